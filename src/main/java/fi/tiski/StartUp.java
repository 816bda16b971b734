package fi.tiski;

import fi.tiski.platform.postgres.PostgresServer;
import fi.tiski.platform.tls.SelfSigned;
import fi.tiski.platform.tls.ThisMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** The last thing of a start: where each surface is, and in the demo who can sign in. */
@Component
@EnableConfigurationProperties(DemoSignIns.class)
@ConditionalOnProperty(name = "tiski.postgres.throwaway", havingValue = "false", matchIfMissing = true)
class StartUp {

    private final Environment environment;
    private final PostgresServer postgres;
    private final DemoSignIns demo;
    private final boolean overTls;
    private final Optional<SelfSigned> ownCertificate;

    StartUp(
            Environment environment,
            PostgresServer postgres,
            DemoSignIns demo,
            ServerProperties server,
            ObjectProvider<SelfSigned> ownCertificate) {
        this.environment = environment;
        this.postgres = postgres;
        this.demo = demo;
        overTls = Ssl.isEnabled(server.getSsl());
        this.ownCertificate = Optional.ofNullable(ownCertificate.getIfAvailable());
    }

    @EventListener(ApplicationReadyEvent.class)
    void sayWhereEverythingIs() {
        var port = environment.getProperty("local.server.port");
        if (port != null) {
            System.out.print(message(port, environment.acceptsProfiles(Profiles.of("demo"))));
        }
    }

    private String message(String port, boolean isDemo) {
        var address = (overTls ? "https" : "http") + "://localhost:" + port;
        List<String> lines = new ArrayList<>();
        lines.add("Tiski is open.");
        lines.add("");
        lines.add(line("At home", address + "/"));
        lines.add(line("Kiosk", address + "/kiosk"));
        lines.add(line("Desk", address + "/desk"));
        lines.add(line("Board", address + (isDemo ? "/board/keskusta" : "/board")));
        if (isDemo) {
            lines.add(line("Gallery", address + "/gallery"));
        }
        if (!demo.signIns().isEmpty()) {
            lines.add("");
            for (var signIn : demo.signIns()) {
                lines.add(line("Sign in", signIn.name() + " / " + signIn.password() + "  (" + signIn.role() + ")"));
            }
        }
        ownCertificate.ifPresent(its -> {
            lines.add("");
            lines.addAll(fromElsewhere(its, port));
        });
        lines.add("");
        lines.add(line("Database", postgres.description()));
        lines.add(line("Stop", "Ctrl-C"));
        return framed(lines);
    }

    private static List<String> fromElsewhere(SelfSigned its, String port) {
        var there = ThisMachine.now().addresses().stream()
                .map(address -> address.contains(":") ? "[" + address + "]" : address)
                .map(address -> line("Elsewhere", "https://" + address + ":" + port + "/"));
        var warning = Stream.of(
                "The browser warns that it does not know who made the certificate:",
                "this machine did. Choose Advanced or Details, then to go on; a phone",
                "asks once. Camera and microphone work then. Its fingerprint (SHA-256):",
                its.fingerprint().substring(0, 47),
                its.fingerprint().substring(48));
        return Stream.concat(there, warning.map(words -> line("", words))).toList();
    }

    private static String line(String what, String where) {
        return "%-9s %s".formatted(what, where);
    }

    /** Plain characters: every terminal shows them, and a screen reader does not spell out a drawing. */
    private static String framed(List<String> lines) {
        var width = lines.stream().mapToInt(String::length).max().orElse(0);
        var edge = "-".repeat(width + 4);
        var text = new StringBuilder("\n").append(edge).append('\n');
        for (var line : lines) {
            text.append(("  " + line).stripTrailing()).append('\n');
        }
        return text.append(edge).append("\n\n").toString();
    }
}
