package fi.tiski.support;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures as cameras make them, and as nobody's camera does. */
public final class Pictures {

    private Pictures() {}

    public static byte[] jpeg(int width, int height, Color colour) {
        return encoded(width, height, colour, "jpeg");
    }

    public static byte[] png(int width, int height) {
        return encoded(width, height, Color.WHITE, "png");
    }

    /** A few hundred bytes that claim to be that large. */
    public static byte[] claiming(int width, int height) {
        var jpeg = jpeg(8, 8, Color.WHITE);
        for (int at = 0; at < jpeg.length - 8; at++) {
            // Start of frame: its length, the precision, then height and width.
            if ((jpeg[at] & 0xFF) == 0xFF && (jpeg[at + 1] & 0xFF) == 0xC0) {
                jpeg[at + 5] = (byte) (height >> 8);
                jpeg[at + 6] = (byte) height;
                jpeg[at + 7] = (byte) (width >> 8);
                jpeg[at + 8] = (byte) width;
                return jpeg;
            }
        }
        throw new IllegalStateException("No frame begins in it");
    }

    private static byte[] encoded(int width, int height, Color colour, String format) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var brush = picture.createGraphics();
        brush.setColor(colour);
        brush.fillRect(0, 0, width, height);
        brush.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }
}
