package fi.tiski;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./run} and {@code ./test} find a JDK that is new enough, wherever it lies. */
class FindJdkTest {

    @TempDir
    Path temporary;

    private Path tools;

    /** A PATH with what the script needs and no Java on it. */
    @BeforeEach
    void findTools() throws IOException {
        tools = Files.createDirectories(temporary.resolve("tools"));
        for (var tool : List.of("bash", "sed", "head", "dirname", "readlink")) {
            for (var folder : List.of("/bin", "/usr/bin")) {
                var found = Path.of(folder, tool);
                if (Files.exists(found) && !Files.exists(tools.resolve(tool))) {
                    Files.createSymbolicLink(tools.resolve(tool), found);
                }
            }
        }
    }

    @Test
    void javaHomeComesFirst() throws Exception {
        var home = jdk("home", "21.0.2");
        var onPath = jdk("path", "25.0.1");
        assertThat(find(home, onPath)).isEqualTo(home.toString());
    }

    @Test
    void anOldJavaHomeGivesWayToThePath() throws Exception {
        assertThat(find(jdk("home", "17.0.2"), jdk("path", "21")))
                .isEqualTo(temporary.resolve("path").toRealPath().toString());
    }

    @Test
    void theNewestOfTheUsualFoldersIsTakenWhenThePathIsTooOld() throws Exception {
        jdk("usual/a", "21.0.1");
        var newest = jdk("usual/b", "25.0.1");
        jdk("usual/c", "1.8.0_392");
        assertThat(find(null, jdk("path", "17.0.9"))).isEqualTo(newest.toString());
    }

    @Test
    void aRuntimeWithoutCompilerIsNoJdk() throws Exception {
        var runtime = jdk("usual/a", "25.0.1");
        Files.delete(runtime.resolve("bin/javac"));
        assertThat(find(null, null))
                .startsWith("Tiski cannot start: no JDK 21 or later was found; install one")
                .endsWith("(exit 1)");
    }

    private Path jdk(String name, String version) throws IOException {
        var home = temporary.resolve(name);
        var bin = Files.createDirectories(home.resolve("bin"));
        for (var program : List.of("java", "javac")) {
            var script = Files.writeString(
                    bin.resolve(program), "#!/bin/sh\necho 'openjdk version \"" + version + "\" 2026-01-20' >&2\n");
            assertThat(script.toFile().setExecutable(true)).isTrue();
        }
        return home;
    }

    private String find(@Nullable Path javaHome, @Nullable Path onPath) throws Exception {
        var process = new ProcessBuilder(
                        "/usr/bin/env", "bash", "-c", ". .mvn/find-jdk.sh; require_jdk; echo $JAVA_HOME")
                .redirectErrorStream(true);
        var environment = process.environment();
        environment.remove("JAVA_HOME");
        if (javaHome != null) {
            environment.put("JAVA_HOME", javaHome.toString());
        }
        environment.put("PATH", (onPath == null ? "" : onPath.resolve("bin") + ":") + tools);
        environment.put("TISKI_JDK_FOLDERS", temporary.resolve("usual") + "/*");
        var running = process.start();
        try (var said = running.inputReader()) {
            var words = String.join(" ", said.lines().toList());
            var status = running.waitFor();
            return status == 0 ? words : words + " (exit " + status + ")";
        }
    }
}
