package fi.tiski.surface.slips;

import fi.tiski.surface.kit.Slip;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The receipt printers of the kiosks. A kiosk's keeper hands what is made here to the printer beside it; without a keeper
 * a slip is printed by the browser, as any page is.
 */
@Component
public class ReceiptPrinter {

    private final String keeper;
    private final Paper paper;

    /** @param roll how wide the printers' paper is, in millimetres: 80 or 58 */
    ReceiptPrinter(@Value("${tiski.kiosk.keeper:}") String keeper, @Value("${tiski.kiosk.paper:80}") int roll) {
        this.keeper = keeper;
        paper = Paper.ofRoll(roll);
    }

    /** From now on the slip, with all its parts on it, is printed by the kiosk's keeper; where there is none, as before. */
    public void prepare(Slip slip) {
        if (!keeper.isBlank()) {
            slip.onPaper(keeper, Receipt.of(slip.parts(), paper));
        }
    }
}
