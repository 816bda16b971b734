package fi.tiski.surface.record;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.Channel;
import fi.tiski.domain.cases.Entry;
import fi.tiski.domain.cases.EntryKind;
import fi.tiski.domain.knowledge.TopicId;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.points.PointId;
import fi.tiski.platform.text.Language;
import fi.tiski.surface.kit.When;
import fi.tiski.surface.record.EntrySentence.Reader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What happened, said so that a person understands it. */
class EntrySentenceTest {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final Instant NOW = Instant.parse("2026-05-11T07:00:00Z");
    private static final By CUSTOMER = new By.TheCustomer(Channel.KIOSK);
    private static final TopicId HOUSING = new TopicId(UUID.randomUUID());
    private static final PointId CENTRE = new PointId(UUID.randomUUID());

    @ParameterizedTest
    @CsvSource({
        "FI, Numero 27 kutsuttiin tiskille 3",
        "SV, Nummer 27 kallades till disk 3",
        "EN, Number 27 was called to counter 3",
        "FI_SIMPLE, Kutsuimme numeron 27 tiskille 3"
    })
    void aCallNamesNumberAndCounter(Language language, String sentence) {
        var called = entry(EntryKind.TICKET_CALLED, CUSTOMER, Map.of("number", "27", "counter", "3"));

        assertThat(sentences(language, Reader.AGENT).what(called)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FI | Varattiin aika: tapaaminen palvelupisteessä, huomenna klo 9.15, Keskusta",
                "SV | En tid bokades: möte på servicestället, i morgon kl. 9.15, Centrum",
                "EN | A time was booked: meeting at a service point, tomorrow at 9:15, Centre"
            })
    void aBookingSaysHowWhenAndWhere(Language language, String sentence) {
        var booked = entry(
                EntryKind.APPOINTMENT_BOOKED,
                CUSTOMER,
                Map.of(
                        "mode", "in-person",
                        "starts", "2026-05-12T06:15:00Z",
                        "point", CENTRE.value().toString()));

        assertThat(sentences(language, Reader.AGENT).what(booked)).isEqualTo(sentence);
    }

    @Test
    void aVideoMeetingHasNoPlace() {
        var booked = entry(
                EntryKind.APPOINTMENT_BOOKED, CUSTOMER, Map.of("mode", "video", "starts", "2026-05-11T11:00:00Z"));

        assertThat(sentences(Language.FI, Reader.AGENT).what(booked))
                .isEqualTo("Varattiin aika: videotapaaminen, tänään klo 14.00");
    }

    @Test
    void aPromisedCallSaysBetweenWhichHours() {
        var asked = entry(
                EntryKind.CALL_BACK_ASKED,
                CUSTOMER,
                Map.of("from", "2026-05-11T09:00:00Z", "until", "2026-05-11T13:00:00Z"));

        assertThat(sentences(Language.EN, Reader.AGENT).what(asked))
                .isEqualTo("A call was asked for: today at 12:00–16:00");
    }

    @Test
    void aTopicIsCalledByItsNameAndOneThatIsGoneIsStillAWord() {
        var told = entry(
                EntryKind.TOPIC_TOLD, CUSTOMER, Map.of("topic", HOUSING.value().toString()));
        var gone = entry(
                EntryKind.TOPIC_TOLD,
                CUSTOMER,
                Map.of("topic", UUID.randomUUID().toString()));

        assertThat(sentences(Language.SV, Reader.AGENT).what(told)).isEqualTo("Ämne: Boende");
        assertThat(sentences(Language.SV, Reader.AGENT).what(gone)).isEqualTo("Ämne: något annat");
    }

    @ParameterizedTest
    @EnumSource
    void everyKindHasASentenceInEveryLanguageThatLeavesNoHole(EntryKind kind) {
        for (var language : Language.values()) {
            var sentence = sentences(language, Reader.CUSTOMER)
                    .what(entry(kind, CUSTOMER, Map.of("number", "27", "counter", "3")));
            assertThat(sentence).as("%s in %s", kind, language).isNotBlank().doesNotContain("{", "}");
        }
    }

    @Test
    void theCustomerIsYouOnTheirOwnPageAndACustomerAtTheDesk() {
        var taken = entry(EntryKind.TICKET_TAKEN, CUSTOMER, Map.of("number", "27"));

        assertThat(sentences(Language.FI, Reader.CUSTOMER).who(taken)).contains("Sinä, kioskilla");
        assertThat(sentences(Language.FI, Reader.AGENT).who(taken)).contains("Asiakas, kioskilla");
    }

    @Test
    void anAgentIsCalledByNameAndNobodyByNone() {
        assertThat(sentences(Language.EN, Reader.CUSTOMER)
                        .who(entry(EntryKind.NOTE, new By.AnAgent(AgentId.next()), Map.of())))
                .contains("Aino Laine");
        assertThat(sentences(Language.EN, Reader.CUSTOMER)
                        .who(entry(EntryKind.TICKET_LEFT, new By.TheSystem(), Map.of())))
                .isEmpty();
    }

    private static EntrySentence sentences(Language language, Reader reader) {
        return new EntrySentence(
                new When(language, HELSINKI, NOW),
                reader,
                new EntrySentence.Names(
                        (topic, in) -> topic.equals(HOUSING) ? Optional.of("Boende") : Optional.empty(),
                        (point, in) -> Optional.of(
                                switch (in) {
                                    case SV -> "Centrum";
                                    case EN -> "Centre";
                                    case FI, FI_SIMPLE -> "Keskusta";
                                })));
    }

    private static Entry entry(EntryKind kind, By by, Map<String, String> facts) {
        return new Entry(UUID.randomUUID(), NOW, by, Optional.of("Aino Laine"), kind, facts, Optional.empty(), false);
    }
}
