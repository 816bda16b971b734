package fi.tiski.surface.doors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

/** What the session's cookie is called, before any server is up. */
class CookieNameTest {

    private final DoorsConfiguration doors = new DoorsConfiguration();
    private final TomcatServletWebServerFactory server = new TomcatServletWebServerFactory();

    @Test
    void withAnHttpsAddressTheSessionCookieIsThisHostsAlone() {
        doors.cookieOfThisHost("https://counter.example", "tiski").customize(server);

        var cookie = server.getSettings().getSession().getCookie();
        assertThat(cookie.getName()).isEqualTo("__Host-tiski");
        assertThat(cookie.getSecure()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
    }

    @Test
    void withoutOneItStaysAsItIsSet() {
        doors.cookieOfThisHost("", "tiski").customize(server);

        assertThat(server.getSettings().getSession().getCookie().getSecure()).isNull();
    }
}
