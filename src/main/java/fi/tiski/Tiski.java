package fi.tiski;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Tiski {

    public static void main(String[] args) {
        var starting = new AtomicBoolean(true);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> sayNoMore(starting)));
        try {
            SpringApplication.run(Tiski.class, args);
        } finally {
            starting.set(false);
        }
    }

    /**
     * A start that is cut short with Ctrl-C still runs to its end before it is taken down again, and parts of it
     * complain at length that the process is ending. That is not news to whoever pressed the keys. The stream is closed
     * to them, not the log: logging has a shutdown of its own, at this same moment.
     */
    private static void sayNoMore(AtomicBoolean starting) {
        if (starting.get()) {
            System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        }
    }
}
