package fi.tiski.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where data is kept between runs, out of git: making it takes longer than measuring. */
record Folder(Path path) {

    Path of(String name) {
        return path.resolve(name);
    }

    /** True when {@link #done} was said of it in this or an earlier run. */
    boolean isDone(String what) {
        return Files.exists(mark(what));
    }

    /** What was begun and not finished is begun again by the next run. */
    void done(String what) throws IOException {
        Files.createDirectories(path);
        Files.writeString(mark(what), "");
    }

    private Path mark(String what) {
        return path.resolve(what + ".done");
    }
}
