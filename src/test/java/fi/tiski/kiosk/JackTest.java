package fi.tiski.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The headphone jack, by the bytes that Linux has for it ({@code struct input_event}), through a FIFO. */
class JackTest {

    private static final short EV_SYN = 0;
    private static final short EV_KEY = 1;
    private static final short EV_SW = 5;
    private static final short SW_HEADPHONE_INSERT = 2;
    private static final short SW_MICROPHONE_INSERT = 4;

    private final PlayedService service = new PlayedService();

    @TempDir
    Path folder;

    private Path device;
    private Keeper keeper;

    @BeforeEach
    void begin() throws IOException {
        device = folder.resolve("jack");
        assertThat(Profile.run(java.util.List.of("mkfifo", device.toString())).status())
                .isZero();
        keeper = new Keeper(folder, service.address(), "TISKI_JACK=" + device);
    }

    @AfterEach
    void end() {
        if (keeper != null) {
            keeper.close();
        }
        service.close();
    }

    @Test
    void headphonesAreToldAsTheyGoInAndOut() throws IOException {
        keeper.await(() -> is("out"));
        var events = keeper.events();
        happens(EV_SW, SW_HEADPHONE_INSERT, 1);
        keeper.await(() -> events.contains("jack in"));
        assertThat(is("in")).isTrue();
        assertThat(keeper.get("/state").body()).contains("\"jack\": \"in\"");
        happens(EV_SW, SW_HEADPHONE_INSERT, 0);
        keeper.await(() -> events.getLast().equals("jack out"));
        assertThat(is("out")).isTrue();
    }

    @Test
    void nothingElseOnThatDeviceIsAJack() throws IOException {
        keeper.await(() -> is("out"));
        var events = keeper.events();
        happens(EV_KEY, SW_HEADPHONE_INSERT, 1);
        happens(EV_SW, SW_MICROPHONE_INSERT, 1);
        happens(EV_SW, SW_HEADPHONE_INSERT, 1);
        keeper.await(() -> events.contains("jack in"));
        assertThat(events.stream().filter(told -> told.startsWith("jack"))).containsExactly("jack out", "jack in");
    }

    @Test
    void aJackThatGoesAwayIsNoneAndComesBackByItself() throws IOException {
        keeper.close();
        Files.delete(device);
        keeper.start();
        assertThat(is("none")).isTrue();
        Profile.run(java.util.List.of("mkfifo", device.toString()));
        keeper.await(() -> is("out"));
    }

    private boolean is(String state) {
        return keeper.get("/jack").body().equals("{\"jack\": \"" + state + "\"}");
    }

    /** Seconds and microseconds, then type, code and value, as this machine lays them out; and the end of the report. */
    private void happens(short type, short code, int value) throws IOException {
        var events = ByteBuffer.allocate(48).order(ByteOrder.nativeOrder());
        events.putLong(0).putLong(0).putShort(type).putShort(code).putInt(value);
        events.putLong(0).putLong(0).putShort(EV_SYN).putShort((short) 0).putInt(0);
        try (var jack = FileChannel.open(device, StandardOpenOption.WRITE)) {
            jack.write(events.flip());
        }
    }
}
