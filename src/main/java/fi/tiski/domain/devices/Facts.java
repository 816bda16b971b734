package fi.tiski.domain.devices;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What a machine says of itself.
 *
 * @param version of the kiosk's profile
 * @param screen {@code on}, {@code off} or {@code unknown}
 * @param printer {@code ready}, {@code paper-low}, {@code paper-out}, {@code cover-open}, {@code offline} or {@code none}
 * @param speech {@code ready}, {@code silent} or {@code none}
 * @param jack {@code in}, {@code out} or {@code none}
 * @param freeDisk bytes
 * @param temperature degrees Celsius; empty where there is no sensor
 */
public record Facts(
        String version,
        String screen,
        String printer,
        String speech,
        String jack,
        long freeDisk,
        OptionalDouble temperature) {

    private static final int LONGEST_VERSION = 60;

    /** Less, and the night's updates no longer find room. */
    private static final long ENOUGH_DISK = 500_000_000L;

    /** Machines without a fan begin to slow down here. */
    private static final double TOO_HOT = 85;

    private static final Set<String> SCREENS = Set.of("on", "off", "unknown");
    private static final Set<String> PRINTERS =
            Set.of("ready", "paper-low", "paper-out", "cover-open", "offline", "none");
    private static final Set<String> SPEECHES = Set.of("ready", "silent", "none");
    private static final Set<String> JACKS = Set.of("in", "out", "none");

    public Facts {
        if (version.length() > LONGEST_VERSION
                || !SCREENS.contains(screen)
                || !PRINTERS.contains(printer)
                || !SPEECHES.contains(speech)
                || !JACKS.contains(jack)
                || freeDisk < 0
                || !Double.isFinite(temperature.orElse(0))) {
            throw new IllegalArgumentException("Not what a machine says of itself");
        }
    }

    /** What of it needs somebody. A kiosk without a printer needs nobody: it was set up so. */
    Set<Fault> faults() {
        var faults = EnumSet.noneOf(Fault.class);
        printerFault().ifPresent(faults::add);
        if (speech.equals("silent")) {
            faults.add(Fault.SPEECH_SILENT);
        }
        if (speech.equals("none")) {
            faults.add(Fault.SPEECH_NONE);
        }
        if (freeDisk < ENOUGH_DISK) {
            faults.add(Fault.DISK_FULL);
        }
        if (temperature.orElse(0) > TOO_HOT) {
            faults.add(Fault.HOT);
        }
        return faults;
    }

    private Optional<Fault> printerFault() {
        return switch (printer) {
            case "paper-low" -> Optional.of(Fault.PAPER_LOW);
            case "paper-out" -> Optional.of(Fault.PAPER_OUT);
            case "cover-open" -> Optional.of(Fault.COVER_OPEN);
            case "offline" -> Optional.of(Fault.PRINTER_OFFLINE);
            default -> Optional.empty();
        };
    }
}
