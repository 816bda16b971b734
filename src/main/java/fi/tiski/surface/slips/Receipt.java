package fi.tiski.surface.slips;

import com.github.anastaciocintra.escpos.EscPos;
import com.github.anastaciocintra.escpos.EscPos.CharacterCodeTable;
import com.github.anastaciocintra.escpos.EscPos.CutMode;
import com.github.anastaciocintra.escpos.EscPosConst.Justification;
import com.github.anastaciocintra.escpos.Style;
import com.github.anastaciocintra.escpos.Style.FontSize;
import com.github.anastaciocintra.escpos.barcode.QRCode;
import com.github.anastaciocintra.escpos.barcode.QRCode.QRErrorCorrectionLevel;
import fi.tiski.surface.kit.Slip.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * One slip on one paper: each part in the middle, broken between words where a line is full, and cut off below. What must
 * be read from afar is as large as the paper lets it be.
 */
final class Receipt {

    private static final int LARGEST = 8;
    private static final int IN_WORDS = 2;
    private static final int CODE = 2;

    /** From the last printed line past the knife, in lines. */
    private static final int TO_THE_KNIFE = 5;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final EscPos printer = new EscPos(bytes);
    private final Paper paper;
    private CharacterCodeTable page = CharacterCodeTable.WPC1252;

    private Receipt(Paper paper) {
        this.paper = paper;
    }

    static byte[] of(List<Part> parts, Paper paper) {
        try {
            return new Receipt(paper).print(parts);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private byte[] print(List<Part> parts) throws IOException {
        printer.initializePrinter().setCharacterCodeTable(page);
        // FS . : a printer made for Asia takes two letters with dots for one sign until it is told not to.
        printer.write(0x1c).write('.');
        for (var part : parts) {
            print(part);
        }
        printer.feed(TO_THE_KNIFE).cut(CutMode.PART);
        return bytes.toByteArray();
    }

    private void print(Part part) throws IOException {
        switch (part) {
            case Part.Line(var words) -> lines(words, 1, false);
            case Part.Large(var words) -> {
                printer.feed(1);
                lines(words, words.strip().contains(" ") ? IN_WORDS : largest(words), true);
                printer.feed(1);
            }
            case Part.Secret(var code) -> lines(code, CODE, true);
            case Part.Link(var address, var says) -> {
                printer.feed(1);
                printer.write(qr(), URI.create(address).toASCIIString());
                printer.feed(1);
                lines(says, 1, false);
            }
        }
    }

    /** Level M, as on the page: still read with an eighth of it creased or faded. */
    private QRCode qr() {
        return new QRCode()
                .setSize(paper.qrDots())
                .setErrorCorrectionLevel(QRErrorCorrectionLevel.QR_ECLEVEL_M_Default)
                .setJustification(Justification.Center);
    }

    private int largest(String word) {
        var size = LARGEST;
        while (size > 1 && paper.letters(size) < word.length()) {
            size--;
        }
        return size;
    }

    private void lines(String words, int size, boolean bold) throws IOException {
        var times = FontSize.values()[size - 1];
        var style = new Style().setFontSize(times, times).setBold(bold).setJustification(Justification.Center);
        for (var line : broken(Signs.printable(words), paper.letters(size))) {
            for (var run : Signs.runs(line)) {
                turnTo(run.page());
                printer.write(style, run.words());
            }
            printer.write('\n');
        }
    }

    private void turnTo(CharacterCodeTable wanted) throws IOException {
        if (page != wanted) {
            page = wanted;
            printer.setCharacterCodeTable(page);
        }
    }

    /** Between words; within one only where it alone is longer than a line. */
    static List<String> broken(String words, int letters) {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : words.strip().split(" +")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > letters) {
                lines.add(line);
                line = "";
            }
            line = line.isEmpty() ? word : line + " " + word;
            while (line.length() > letters) {
                lines.add(line.substring(0, letters));
                line = line.substring(letters);
            }
        }
        lines.add(line);
        return lines;
    }
}
