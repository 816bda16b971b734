package fi.tiski.surface.doors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;

/** What the session's cookie is called, before any server is up. */
class CookieNameTest {

    private final DoorsConfiguration doors = new DoorsConfiguration();
    private final ServerProperties properties = new ServerProperties();
    private final TomcatServletWebServerFactory server = new TomcatServletWebServerFactory();

    @Test
    void withAnHttpsAddressTheSessionCookieIsThisHostsAlone() {
        doors.cookieOfThisHost("https://counter.example", "tiski", properties).customize(server);

        itIsThisHostsAlone();
    }

    @Test
    void whereTlsEndsHereItIsThisHostsAloneToo() {
        properties.setSsl(Ssl.forBundle("ours"));
        doors.cookieOfThisHost("", "tiski", properties).customize(server);

        itIsThisHostsAlone();
    }

    private void itIsThisHostsAlone() {
        var cookie = server.getSettings().getSession().getCookie();
        assertThat(cookie.getName()).isEqualTo("__Host-tiski");
        assertThat(cookie.getSecure()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
    }

    @Test
    void withoutOneItStaysAsItIsSet() {
        doors.cookieOfThisHost("", "tiski", properties).customize(server);

        assertThat(server.getSettings().getSession().getCookie().getSecure()).isNull();
    }
}
