package fi.tiski.journeys;

import fi.tiski.support.KeeperDouble;
import fi.tiski.support.KeeperDouble.Jack;
import fi.tiski.support.KeeperDouble.Printer;
import fi.tiski.support.Recogniser;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A test at kiosks whose machine has a keeper, with a jack and a printer that the test sets. One application for all. */
abstract class WithKeeper extends Journey {

    protected static final KeeperDouble KEEPER = KeeperDouble.start();

    /** Recognises Finnish, and no other language. */
    protected static final Recogniser RECOGNISER = Recogniser.start();

    @DynamicPropertySource
    static void keeper(DynamicPropertyRegistry properties) {
        properties.add("tiski.kiosk.keeper", KEEPER::address);
        properties.add("tiski.captions.url.fi", RECOGNISER::address);
        // Keys of tests do not tremble, and do not wait.
        properties.add("tiski.kiosk.strike", () -> "0ms");
    }

    @BeforeEach
    void everythingIsInOrder() {
        KEEPER.serve(address(""));
        KEEPER.jack(Jack.OUT);
        KEEPER.printer(Printer.READY);
        KEEPER.forgetPrinted();
    }
}
