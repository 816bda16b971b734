package fi.tiski.architecture.upward.platform;

import fi.tiski.architecture.upward.domain.Knows;
import fi.tiski.architecture.upward.surface.Touched;

public record Carries(Knows upOneFloor, Touched upTwoFloors) {}
