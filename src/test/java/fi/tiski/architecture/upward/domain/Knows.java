package fi.tiski.architecture.upward.domain;

import com.vaadin.flow.component.Component;
import fi.tiski.architecture.upward.surface.Touched;
import jakarta.servlet.http.HttpServletRequest;

public record Knows(Touched up, Component aComponent, HttpServletRequest aRequest) {}
