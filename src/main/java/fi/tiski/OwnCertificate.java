package fi.tiski;

import fi.tiski.platform.tls.CertificateUnusable;
import fi.tiski.platform.tls.SelfSigned;
import fi.tiski.platform.tls.ThisMachine;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** With {@code TLS=self-signed} the pages are served over TLS, by a certificate that this machine gives itself. */
class OwnCertificate implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final String BUNDLE = "tiski-self-signed";
    private static final String KEYS = "spring.ssl.bundle.jks." + BUNDLE + ".";

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var environment = event.getEnvironment();
        var wanted = environment.getProperty("tiski.tls", "");
        if (wanted.isBlank()) {
            return;
        }
        if (!wanted.equals("self-signed")) {
            throw new CertificateUnusable(
                    "TLS=" + wanted + " is not known; TLS=self-signed makes a certificate for trying,"
                            + " and docs/tls.md says how a real one is used.");
        }
        if (hasCertificate(environment)) {
            throw new CertificateUnusable(
                    "there is a certificate (server.ssl), and TLS=self-signed asks for another; leave one of them out.");
        }
        var its = SelfSigned.keptIn(
                Path.of(environment.getProperty("tiski.data", "./data")),
                ThisMachine.now(),
                Clock.systemUTC().instant());
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        BUNDLE,
                        Map.of(
                                "server.ssl.bundle",
                                BUNDLE,
                                KEYS + "keystore.location",
                                its.keyStore().toUri().toString(),
                                KEYS + "keystore.password",
                                its.password(),
                                KEYS + "keystore.type",
                                "PKCS12",
                                KEYS + "key.alias",
                                SelfSigned.ALIAS)));
        event.getSpringApplication()
                .addInitializers(context -> context.getBeanFactory().registerSingleton("selfSigned", its));
    }

    private static boolean hasCertificate(ConfigurableEnvironment environment) {
        return environment.containsProperty("server.ssl.bundle")
                || environment.containsProperty("server.ssl.certificate")
                || environment.containsProperty("server.ssl.key-store");
    }
}
