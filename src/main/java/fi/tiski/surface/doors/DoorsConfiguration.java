package fi.tiski.surface.doors;

import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DoorsConfiguration {

    /**
     * Gives the page's inline scripts and styles the number that its policy names.
     *
     * <p>Made here and not found as a component: what a configuration makes is asked after all that is found, so that the
     * scripts which other listeners add get the number too.
     */
    @Bean
    VaadinServiceInitListener signedScripts() {
        return initiated -> initiated.addIndexHtmlRequestListener(DoorsConfiguration::sign);
    }

    private static void sign(IndexHtmlResponse page) {
        if (page.getVaadinRequest() instanceof VaadinServletRequest request) {
            var nonce = ContentPolicy.nonce(request.getHttpServletRequest());
            if (nonce != null) {
                page.getDocument().select("script, style").attr("nonce", nonce);
            }
        }
    }

    /**
     * Where the configured address begins with https, or TLS ends here, the browser takes the session cookie over TLS alone,
     * and from this very host alone ({@code __Host-}, RFC 6265bis): another host of the same domain can neither read nor
     * plant one.
     */
    @Bean
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> cookieOfThisHost(
            @Value("${tiski.address:}") String address,
            @Value("${server.servlet.session.cookie.name:tiski}") String name,
            ServerProperties properties) {
        var isSecure = address.startsWith("https://") || Ssl.isEnabled(properties.getSsl());
        return server -> {
            if (isSecure && server.getSettings() != null) {
                var cookie = server.getSettings().getSession().getCookie();
                cookie.setName("__Host-" + name);
                cookie.setPath("/");
                cookie.setSecure(true);
            }
        };
    }
}
