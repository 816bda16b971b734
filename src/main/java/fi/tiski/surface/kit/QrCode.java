package fi.tiski.surface.kit;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.vaadin.flow.component.html.Image;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A QR code, always beside words that lead to the same place. */
public final class QrCode extends Image {

    /** The edge that the standard asks for, in modules. */
    private static final int QUIET = 4;

    /** {@code alt} says where it leads, not what it is. */
    public QrCode(String content, String alt) {
        super(dataUri(svg(content)), alt);
        addClassName("qr");
    }

    /** Level M: still read with an eighth of it creased or faded, as slips are. */
    static String svg(String content) {
        try {
            return svg(Encoder.encode(content, ErrorCorrectionLevel.M).getMatrix());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("Does not fit a QR code: " + content.length() + " characters", tooLong);
        }
    }

    private static String svg(ByteMatrix modules) {
        var path = new StringBuilder();
        for (var y = 0; y < modules.getHeight(); y++) {
            for (var x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 1) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        var size = modules.getWidth() + 2 * QUIET;
        // White is drawn, not left out: the code must also be read in the dark look.
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
                <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%2$s"/></svg>""".formatted(size, path);
    }

    private static String dataUri(String svg) {
        return "data:image/svg+xml,"
                + URLEncoder.encode(svg, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
