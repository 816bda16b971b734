package fi.tiski.journeys;

import fi.tiski.support.KeeperDouble;
import fi.tiski.support.KeeperDouble.Jack;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A test at kiosks whose machine has a keeper, with headphones that the test plugs in and a printer that it sets. */
abstract class KioskWithKeeper extends Journey {

    /** One for all tests, as the application that knows its address is; it ends with the JVM. */
    static final KeeperDouble KEEPER = KeeperDouble.start();

    @DynamicPropertySource
    static void keeper(DynamicPropertyRegistry properties) {
        properties.add("tiski.kiosk.keeper", KEEPER::address);
        properties.add("tiski.kiosk.strike", () -> "0ms");
    }

    @BeforeEach
    void asItIsSwitchedOn() {
        KEEPER.serve(address(""));
        KEEPER.jack(Jack.OUT);
        KEEPER.printer(KeeperDouble.Printer.READY);
        KEEPER.forgetPrinted();
    }
}
