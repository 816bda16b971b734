package fi.tiski;

import fi.tiski.platform.postgres.PostgresServer;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
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

    StartUp(Environment environment, PostgresServer postgres, DemoSignIns demo) {
        this.environment = environment;
        this.postgres = postgres;
        this.demo = demo;
    }

    @EventListener(ApplicationReadyEvent.class)
    void sayWhereEverythingIs() {
        var port = environment.getProperty("local.server.port");
        if (port != null) {
            System.out.print(message("http://localhost:" + port, environment.acceptsProfiles(Profiles.of("demo"))));
        }
    }

    String message(String address, boolean isDemo) {
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
        lines.add("");
        lines.add(line("Database", postgres.description()));
        lines.add(line("Stop", "Ctrl-C"));
        return framed(lines);
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
