package fi.tiski.platform.pictures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.support.Pictures;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What comes from outside is a picture only when it has been decoded, and goes on only as it was encoded here. */
class PictureTest {

    @Test
    void aPictureStaysThePictureThatItIs() throws IOException {
        var read = fine(Picture.read(Pictures.jpeg(1280, 720, Color.ORANGE)));

        var seen = ImageIO.read(new ByteArrayInputStream(read.jpeg()));
        assertThat(seen.getWidth()).isEqualTo(1280).isEqualTo(read.width());
        assertThat(seen.getHeight()).isEqualTo(720).isEqualTo(read.height());
        var middle = new Color(seen.getRGB(640, 360));
        assertThat(middle.getRed()).isBetween(245, 255);
        assertThat(middle.getGreen()).isBetween(190, 210);
        assertThat(middle.getBlue()).isBetween(0, 10);
    }

    @Test
    void nothingOfWhatWasSentGoesOnButThePicture() throws IOException {
        var jpeg = Pictures.jpeg(64, 64, Color.BLUE);
        var secret = "Exif\0\0 60.17 N 24.94 E";
        var sent = new ByteArrayOutputStream();
        sent.write(jpeg, 0, 2);
        sent.write(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (secret.length() + 2)});
        sent.write(secret.getBytes(ISO_8859_1));
        sent.write(jpeg, 2, jpeg.length - 2);
        sent.write("<script>alert(1)</script>".getBytes(ISO_8859_1));

        var kept = new String(fine(Picture.read(sent.toByteArray())).jpeg(), ISO_8859_1);

        assertThat(kept).doesNotContain("60.17").doesNotContain("Exif").doesNotContain("script");
    }

    @Test
    void whatOnlyClaimsToBeOneIsNone() {
        var jpeg = Pictures.jpeg(640, 480, Color.RED);

        assertThat(Picture.read(new byte[0])).isEqualTo(new PictureReading.NotAPicture());
        assertThat(Picture.read("<html>".getBytes(ISO_8859_1))).isEqualTo(new PictureReading.NotAPicture());
        assertThat(Picture.read(Pictures.png(64, 64))).isEqualTo(new PictureReading.NotAPicture());
        assertThat(Picture.read(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}))
                .isEqualTo(new PictureReading.NotAPicture());
        assertThat(Picture.read(Arrays.copyOf(jpeg, jpeg.length * 3 / 4))).isEqualTo(new PictureReading.NotAPicture());
    }

    @Test
    void aFewBytesThatClaimToBeHugeAreNotDecoded() {
        assertThat(Picture.read(Pictures.claiming(60_000, 60_000))).isEqualTo(new PictureReading.TooLarge());
        assertThat(Picture.read(Pictures.claiming(4096, 4096))).isEqualTo(new PictureReading.TooLarge());
        assertThat(Picture.read(Pictures.claiming(4097, 1))).isEqualTo(new PictureReading.TooLarge());
        assertThat(Picture.read(new byte[Picture.MOST_BYTES + 1])).isEqualTo(new PictureReading.TooLarge());
    }

    private static Picture fine(PictureReading reading) {
        assertThat(reading).isInstanceOf(PictureReading.Fine.class);
        return ((PictureReading.Fine) reading).picture();
    }
}
