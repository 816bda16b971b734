package fi.tiski;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

@SpringBootApplication
public class Tiski {

    public static void main(String[] args) {
        var started = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> sayNothing(started)));
        SpringApplication.run(Tiski.class, args);
        started.set(true);
    }

    /**
     * A start that is cut short with Ctrl-C still runs to its end before it is taken down again, and parts of it
     * complain at length that the process is ending. That is not news to whoever pressed the keys.
     */
    private static void sayNothing(AtomicBoolean started) {
        if (!started.get()) {
            LoggingSystem.get(Tiski.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
        }
    }
}
