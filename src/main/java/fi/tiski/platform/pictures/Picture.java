package fi.tiski.platform.pictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture that was decoded and encoded anew, as a JPEG. */
public final class Picture {

    public static final int MOST_BYTES = 3 * 1024 * 1024;

    /** Of one side. */
    public static final int LONGEST = 4096;

    /** Decoded they take 36 MB: a few hundred bytes can claim to be a thousand times as many. */
    public static final int MOST_DOTS = 12_000_000;

    private static final float QUALITY = .88f;
    private static final int[] BEGINNING = {0xFF, 0xD8, 0xFF};

    /** Of pictures that come at one moment, one after another takes that memory. */
    private static final Semaphore ONE_AT_A_TIME = new Semaphore(1);

    private final byte[] jpeg;
    private final int width;
    private final int height;

    /** @param jpeg as {@link #read} has made it */
    public Picture(byte[] jpeg, int width, int height) {
        this.jpeg = jpeg.clone();
        this.width = width;
        this.height = height;
    }

    public byte[] jpeg() {
        return jpeg.clone();
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Looks at a JPEG that somebody sent. Its size is looked at before it is decoded. */
    public static PictureReading read(byte[] sent) {
        if (sent.length > MOST_BYTES) {
            return new PictureReading.TooLarge();
        }
        if (!isJpeg(sent)) {
            return new PictureReading.NotAPicture();
        }
        ONE_AT_A_TIME.acquireUninterruptibly();
        var reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (var bytes = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            reader.setInput(bytes, true, true);
            return read(reader);
        } catch (IOException | RuntimeException notDecodable) {
            // Decoders throw whatever a forged length leads them to.
            return new PictureReading.NotAPicture();
        } finally {
            reader.dispose();
            ONE_AT_A_TIME.release();
        }
    }

    private static boolean isJpeg(byte[] sent) {
        for (int at = 0; at < BEGINNING.length; at++) {
            if (sent.length <= at || (sent[at] & 0xFF) != BEGINNING[at]) {
                return false;
            }
        }
        return true;
    }

    private static PictureReading read(ImageReader reader) throws IOException {
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        if (width > LONGEST || height > LONGEST || (long) width * height > MOST_DOTS) {
            return new PictureReading.TooLarge();
        }
        // One that is cut off is filled up with grey, and only a warning says so.
        var isWhole = new AtomicBoolean(true);
        reader.addIIOReadWarningListener((IIOReadWarningListener) (source, warning) -> isWhole.set(false));
        var decoded = plain(reader.read(0));
        return isWhole.get()
                ? new PictureReading.Fine(new Picture(encoded(decoded), width, height))
                : new PictureReading.NotAPicture();
    }

    /** In red, green and blue, whatever the colours were told in. */
    private static BufferedImage plain(BufferedImage decoded) {
        if (decoded.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            return decoded;
        }
        var plain = new BufferedImage(decoded.getWidth(), decoded.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        var brush = plain.createGraphics();
        brush.drawImage(decoded, 0, 0, null);
        brush.dispose();
        return plain;
    }

    private static byte[] encoded(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
