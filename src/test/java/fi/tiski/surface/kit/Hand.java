package fi.tiski.surface.kit;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementPropertyMap;
import com.vaadin.flow.internal.nodefeature.PropertyChangeDeniedException;
import java.io.Serializable;
import java.util.stream.Stream;

/** Fills in native controls as a browser reports it: only what a person changed, and only on {@code change}. */
public final class Hand {

    private Hand() {}

    /** Presses a button as often as the person does, whatever the browser would hold back. */
    public static void presses(Component button) {
        ComponentUtil.fireEvent(button, new ClickEvent<>(button));
    }

    public static void types(Field field, String text) {
        report(field.control(), "value", text);
    }

    /** Chooses a radio button or presses a check box. */
    public static <T> void presses(Options<T> options, T value) {
        var input = options.inputs().get(value);
        if (input == null) {
            throw new IllegalArgumentException("No answer " + value);
        }
        var checked = "radio".equals(input.getAttribute("type")) || !input.getProperty("checked", false);
        report(input, "checked", checked);
    }

    public static void chooses(Select<?> select, String words) {
        var option = select.control()
                .getChildren()
                .filter(line -> words.equals(line.getText()))
                .findFirst()
                .orElseThrow();
        report(select.control(), "value", option.getAttribute("value"));
    }

    /** All elements of a component, itself first. */
    public static Stream<Element> elements(Component component) {
        return elements(component.getElement());
    }

    private static Stream<Element> elements(Element element) {
        return element.isTextNode()
                ? Stream.empty()
                : Stream.concat(Stream.of(element), element.getChildren().flatMap(Hand::elements));
    }

    private static void report(Element control, String property, Serializable value) {
        try {
            control.getNode()
                    .getFeature(ElementPropertyMap.class)
                    .deferredUpdateFromClient(property, value)
                    .run();
        } catch (PropertyChangeDeniedException notListened) {
            throw new IllegalStateException("The server would refuse '" + property + "'", notListened);
        }
    }
}
