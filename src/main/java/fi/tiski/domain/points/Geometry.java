package fi.tiski.domain.points;

/**
 * A kiosk's glass, and how a person stands or sits before it.
 *
 * @param pxPerMm CSS pixels in a millimetre of the glass
 * @param viewingMm from the eye to the glass
 * @param lowestMm from the floor to the lower edge of what can be pressed
 * @param highestMm from the floor to its upper edge
 */
public record Geometry(double pxPerMm, double viewingMm, double lowestMm, double highestMm) {

    /** Two centimetres less than the highest that the standard allows: a finger presses from above. */
    private static final double REACH_MM = 1200;

    /** 0.7 degrees, in radians (EN 301 549 V3.2.1, 5.1.4). */
    private static final double ANGLE = 0.0122173;

    private static final int TENTHS = 10;

    public Geometry {
        if (!(pxPerMm > 0 && viewingMm > 0 && lowestMm >= 0 && highestMm >= lowestMm)
                || !Double.isFinite(pxPerMm + viewingMm + highestMm)) {
            throw new IllegalArgumentException("Not the measures of a screen");
        }
    }

    /** Millimetres that a capital must have to be seen from so far, in tenths, rounded up. */
    public double capitalMm() {
        return Math.ceil(viewingMm * ANGLE * TENTHS) / TENTHS;
    }

    /** How much of what can be pressed, from above, whoever sits does not reach: EN 301 549 V3.2.1, 8.3.2.2 ends at 1,220 mm. */
    public double outOfReachMm() {
        return Math.max(0, highestMm - REACH_MM);
    }
}
