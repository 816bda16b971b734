package fi.tiski.support;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A receipt printer of the ESC/POS kind, emulated: it turns the bytes that it is sent into what would lie on the paper. It
 * knows the commands that Epson's reference gives for what Tiski uses and refuses every other byte, so that nothing comes
 * out that a real printer would take for something else.
 */
public final class ReceiptReader {

    /** What is on the paper, from above. */
    public sealed interface Printed {

        /** @param size how many times as wide and high as the printer's own letter */
        record Line(String words, int size, boolean bold, boolean middle) implements Printed {}

        record Qr(String content, int squareDots, boolean middle) implements Printed {}

        record Cut() implements Printed {}
    }

    private static final int LETTER_WIDTH = 12;
    private static final int LETTER_HEIGHT = 24;
    private static final int LINE = 30;
    private static final Map<Integer, String> PAGES = Map.of(
            0,
            "cp437",
            16,
            "windows-1252",
            45,
            "windows-1250",
            46,
            "windows-1251",
            47,
            "windows-1253",
            51,
            "windows-1257");

    private final int dots;
    private final ByteBuffer bytes;
    private final List<Printed> paper = new ArrayList<>();
    private final ByteArrayOutputStream run = new ByteArrayOutputStream();
    private final StringBuilder line = new StringBuilder();
    private Charset page = Charset.forName("cp437");
    private int size = 1;
    private boolean bold;
    private boolean middle;
    private boolean twoLettersForOne = true;
    private int square;
    private String stored = "";

    private ReceiptReader(byte[] bytes, int dots) {
        this.bytes = ByteBuffer.wrap(bytes);
        this.dots = dots;
    }

    /** @param dots how wide the printed part of the paper is: 576 on a roll of 80 mm, 384 on one of 58 mm */
    public static List<Printed> read(byte[] bytes, int dots) {
        return new ReceiptReader(bytes, dots).read();
    }

    /** Only the words, line by line; empty lines are left out. */
    public static List<String> words(List<Printed> paper) {
        return paper.stream()
                .filter(Printed.Line.class::isInstance)
                .map(part -> ((Printed.Line) part).words())
                .filter(words -> !words.isBlank())
                .toList();
    }

    private List<Printed> read() {
        while (bytes.hasRemaining()) {
            var one = next();
            switch (one) {
                case 0x1b -> escape();
                case 0x1d -> group();
                case 0x1c -> {
                    expect('.');
                    twoLettersForOne = false;
                }
                case '\n' -> endLine();
                default -> letter(one);
            }
        }
        if (line.length() + run.size() > 0) {
            throw new IllegalStateException("Stays in the printer without a line feed: " + line + run);
        }
        return List.copyOf(paper);
    }

    private void letter(int one) {
        if (one < 0x20) {
            throw new IllegalStateException("No command of ours: 0x%02x at %d".formatted(one, bytes.position() - 1));
        }
        if (one >= 0x80 && twoLettersForOne) {
            throw new IllegalStateException("A printer made for Asia would read this with the next byte as one sign");
        }
        run.write(one);
        if ((line.length() + run.size()) * LETTER_WIDTH * size > dots) {
            throw new IllegalStateException("Does not fit the paper: " + line + run.toString(page));
        }
    }

    private void escape() {
        switch (next()) {
            case '@' -> {
                page = Charset.forName("cp437");
                size = 1;
                bold = false;
                middle = false;
                twoLettersForOne = true;
            }
            case 't' -> {
                endRun();
                var number = next();
                if (!PAGES.containsKey(number)) {
                    throw new IllegalStateException("No code page " + number);
                }
                page = Charset.forName(PAGES.get(number));
            }
            case 'M', '-' -> expect('0');
            case 'E' -> bold = next() == 1;
            case 'a' -> middle = next() == '1';
            case '2' -> {}
            default -> throw unknown();
        }
    }

    private void group() {
        switch (next()) {
            case '!' -> {
                var both = next();
                size = (both & 0x0f) + 1;
                if (both >> 4 != (both & 0x0f)) {
                    throw new IllegalStateException("Letters that are wider than high");
                }
            }
            case 'B' -> expect(0);
            case 'V' -> {
                next();
                paper.add(new Printed.Cut());
            }
            case '(' -> {
                expect('k');
                qr();
            }
            default -> throw unknown();
        }
    }

    private void qr() {
        var length = next() + next() * 256;
        expect('1');
        var function = next();
        var data = new byte[length - 2];
        bytes.get(data);
        switch (function) {
            case 'A', 'E' -> {}
            case 'C' -> square = data[0];
            case 'P' -> stored = new String(data, 1, data.length - 1, StandardCharsets.US_ASCII);
            case 'Q' -> paper.add(new Printed.Qr(stored, square, middle));
            default -> throw unknown();
        }
    }

    private void endRun() {
        line.append(run.toString(page));
        run.reset();
    }

    private void endLine() {
        endRun();
        paper.add(new Printed.Line(line.toString(), size, bold, middle));
        line.setLength(0);
    }

    private int next() {
        return bytes.get() & 0xff;
    }

    private void expect(int wanted) {
        if (next() != wanted) {
            throw unknown();
        }
    }

    private IllegalStateException unknown() {
        return new IllegalStateException("No command of ours before byte " + bytes.position());
    }

    /** The paper as a person would see it, one pixel a dot; a QR code is drawn as {@code qr} says. */
    public static BufferedImage picture(List<Printed> paper, int dots, QrDrawn qr) {
        var high = paper.stream().mapToInt(part -> height(part, qr)).sum();
        var picture = new BufferedImage(dots + 60, high + 20, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        pen.setColor(Color.BLACK);
        var y = 10;
        for (var part : paper) {
            switch (part) {
                case Printed.Line it -> {
                    var wide = it.words().length() * LETTER_WIDTH * it.size();
                    var x = 30 + (it.middle() ? (dots - wide) / 2 : 0);
                    var font = new Font(Font.MONOSPACED, it.bold() ? Font.BOLD : Font.PLAIN, 20);
                    var stretched = font.deriveFont(AffineTransform.getScaleInstance(it.size(), it.size()));
                    pen.setFont(stretched);
                    pen.drawString(it.words(), x, y + LETTER_HEIGHT * it.size() * 4 / 5);
                }
                case Printed.Qr it -> {
                    var code = qr.draw(it.content(), it.squareDots());
                    pen.drawImage(code, 30 + (dots - code.getWidth()) / 2, y, null);
                }
                case Printed.Cut ignored -> {
                    for (var x = 0; x < picture.getWidth(); x += 16) {
                        pen.fillRect(x, y + 4, 8, 2);
                    }
                }
            }
            y += height(part, qr);
        }
        pen.dispose();
        return picture;
    }

    private static int height(Printed part, QrDrawn qr) {
        return switch (part) {
            case Printed.Line it -> Math.max(LINE, LETTER_HEIGHT * it.size() + 4);
            case Printed.Qr it -> qr.draw(it.content(), it.squareDots()).getHeight() + 4;
            case Printed.Cut ignored -> 10;
        };
    }

    /** Draws a QR code with squares of so many dots. */
    public interface QrDrawn {

        BufferedImage draw(String content, int squareDots);
    }
}
