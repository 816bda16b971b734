package fi.tiski.surface.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.limits.Limits;
import fi.tiski.support.DomainTest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Guessing passwords is slow, and nobody is kept out by it. */
class DoorkeeperTest extends DomainTest {

    /** Compares plainly, and counts how often it was asked. */
    private static final class Counting implements PasswordEncoder {

        private int compared;

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return "{noop}" + password;
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            compared++;
            return ("{noop}" + password).equals(hash);
        }
    }

    @Autowired
    private PeopleService people;

    @Autowired
    private Limits limits;

    private final Counting passwords = new Counting();
    private final String somewhere = "203.0.113." + (Ids.token().hashCode() & 0xff) + Ids.token();
    private Doorkeeper doorkeeper;
    private AgentId aino;
    private String name;

    @BeforeEach
    void somebodyWorksHere() {
        aino = town.anAgent().there();
        name = people.agent(town.organisation(), aino).orElseThrow().signIn();
        doorkeeper = new Doorkeeper(SecurityConfiguration.passwords(new SignIns(people), passwords), people, limits);
    }

    @Test
    void whoIsRightComesInAtOnce() {
        assertThat(comesIn("never", "")).isTrue();
    }

    @Test
    void fiveMistakesCostNothingAndThenTheWaitGrows() {
        mistakes(6, "");

        assertWaits(Duration.ofSeconds(5));
        clock.pass(Duration.ofSeconds(5));
        mistakes(1, "");
        assertWaits(Duration.ofSeconds(10));
    }

    @Test
    void whileItWaitsThePasswordIsNotLookedAt() {
        mistakes(6, "");
        var before = passwords.compared;

        assertWaits(Duration.ofSeconds(5));

        assertThat(passwords.compared).isEqualTo(before);
    }

    @Test
    void nobodyWaitsLongerThanFiveMinutesHoweverOftenSomebodyGuessed() {
        for (int night = 0; night < 100; night++) {
            mistakes(1, "");
            clock.pass(Duration.ofMinutes(5));
        }

        assertThat(comesIn("never", "")).isTrue();
    }

    @Test
    void inAnHourNobodyGuessesMoreThanThirtyTimes() {
        var looked = 0;
        for (int second = 0; second < 3600; second++) {
            var before = passwords.compared;
            try {
                comesIn("wrong", "");
            } catch (TooManyTries | BadCredentialsException refused) {
                // As meant.
            }
            looked += passwords.compared - before;
            clock.pass(Duration.ofSeconds(1));
        }

        assertThat(looked).isLessThan(30);
    }

    @Test
    void aKnownDeviceIsNotHeldUpByWhatStrangersTry() {
        var device =
                people.rememberDevice(people.agent(town.organisation(), aino).orElseThrow());
        mistakes(6, "");
        assertWaits(Duration.ofSeconds(5));

        assertThat(comesIn("never", device)).isTrue();
        assertWaits(Duration.ofSeconds(5));
    }

    @Test
    void aStolenDeviceIsSlowedDownToo() {
        var device =
                people.rememberDevice(people.agent(town.organisation(), aino).orElseThrow());
        mistakes(6, device);

        assertThatThrownBy(() -> comesIn("never", device)).isInstanceOf(TooManyTries.class);
    }

    @Test
    void aDeviceOfSomebodyElseIsNoKnownOne() {
        var other = town.anAgent().there();
        var device =
                people.rememberDevice(people.agent(town.organisation(), other).orElseThrow());
        mistakes(6, "");

        assertThatThrownBy(() -> comesIn("never", device)).isInstanceOf(TooManyTries.class);
    }

    @Test
    void manyNamesFromOneAddressAreSlowedDown() {
        for (int names = 0; names <= Doorkeeper.FROM_A_PLACE.free(); names++) {
            var unknown = "nobody-" + Ids.token();
            assertThatThrownBy(() -> comesIn(unknown, "wrong", "")).isInstanceOf(BadCredentialsException.class);
        }

        assertThatThrownBy(() -> comesIn("nobody-" + Ids.token(), "wrong", "")).isInstanceOf(TooManyTries.class);
    }

    @Test
    void aNameThatNobodyHasIsTreatedLikeOneThatSomebodyHas() {
        var unknown = "nobody-" + Ids.token();
        for (int tries = 0; tries < 6; tries++) {
            // The first comparison of all makes what unknown names are compared with.
            assertThatThrownBy(() -> comesIn(unknown, "wrong", "")).isInstanceOf(BadCredentialsException.class);
        }
        assertThatThrownBy(() -> comesIn(unknown, "wrong", "")).isInstanceOf(TooManyTries.class);
        assertThat(passwords.compared).as("a password is compared each time").isEqualTo(6);

        mistakes(6, "");

        assertThat(passwords.compared).isEqualTo(12);
        assertWaits(Duration.ofSeconds(5));
    }

    private void mistakes(int many, String device) {
        for (int mistake = 0; mistake < many; mistake++) {
            assertThatThrownBy(() -> comesIn("wrong", device)).isInstanceOf(BadCredentialsException.class);
        }
    }

    private void assertWaits(Duration wait) {
        assertThatThrownBy(() -> comesIn("never", ""))
                .isInstanceOfSatisfying(
                        TooManyTries.class,
                        tooMany -> assertThat(tooMany.until())
                                .isEqualTo(clock.instant().plus(wait)));
    }

    private boolean comesIn(String password, String device) {
        return comesIn(name, password, device);
    }

    private boolean comesIn(String who, String password, String device) {
        var trying = UsernamePasswordAuthenticationToken.unauthenticated(who, password);
        trying.setDetails(new Visitor(somewhere, device));
        var in = doorkeeper.authenticate(trying);
        return in != null && in.isAuthenticated();
    }
}
