package fi.tiski.surface.kit.gallery;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.platform.text.Language;
import fi.tiski.surface.kit.Address;
import fi.tiski.surface.kit.Frame;
import fi.tiski.surface.kit.Frame.Kind;
import fi.tiski.surface.kit.OnScreenKeyboard;
import fi.tiski.surface.kit.Page;
import fi.tiski.surface.kit.Sign;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything in the kit under one frame. The address steers it, for tests and for whoever wants to look:
 * {@code ?frame=kiosk&look=dark&text=200&language=sv}, and {@code gallery/start} and its like for whole pages.
 */
@Route(value = "gallery/:page?", registerAtStartup = false)
@AnonymousAllowed
public class GalleryView extends Composite<Div> implements BeforeEnterObserver {

    private @Nullable Frame frame;
    private String page = "";

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        page = entering.getRouteParameters().get("page").orElse("");
        var wishes = entering.getLocation();
        wish(wishes, "language")
                .flatMap(Language::ofTag)
                .ifPresent(language -> UI.getCurrent().setLocale(language.locale()));
        var kind = wish(wishes, "frame").filter("kiosk"::equals).isPresent() ? Kind.KIOSK : Kind.HOME;
        frame = new Frame(kind, new Sign(say("gallery.municipality"), "gallery", "08 123 4500"))
                .onLanguage(this::speak)
                .onHuman(() -> {});
        if (kind == Kind.KIOSK) {
            frame.under(new OnScreenKeyboard());
        }
        if (!page.isEmpty() && !page.equals("start")) {
            frame.onBack(() -> UI.getCurrent().navigate(GalleryView.class));
        }
        getContent().removeAll();
        getContent().add(frame);
        wish(wishes, "look").ifPresent(look -> getElement().executeJs("window.Tiski.look($0)", look));
        wish(wishes, "text").ifPresent(size -> getElement().executeJs("window.Tiski.text($0)", size));
        frame.show(page());
    }

    private void speak(Language language) {
        UI.getCurrent().setLocale(language.locale());
        if (frame != null) {
            frame.show(page());
        }
    }

    private Component page() {
        return Gallery.pages().stream()
                .filter(example -> example.name().equals(page))
                .findFirst()
                .map(example -> example.make().get())
                .orElseGet(GalleryView::all);
    }

    private static Page all() {
        var all = new Page(say("gallery.title")).lead(say("gallery.lead")).with(links());
        var byComponent = new LinkedHashMap<String, Section>();
        Gallery.parts()
                .forEach(example -> byComponent
                        .computeIfAbsent(example.component(), GalleryView::section)
                        .add(heading(example), example.make().get()));
        byComponent.values().forEach(all::with);
        return all;
    }

    private static Section section(String component) {
        var heading = new H2(component);
        heading.getElement().setAttribute("lang", "en");
        var section = new Section(heading);
        section.addClassName("days");
        return section;
    }

    private static H3 heading(Example example) {
        var heading = new H3(example.name());
        heading.getElement().setAttribute("lang", "en");
        return heading;
    }

    private static UnorderedList links() {
        var links = new UnorderedList();
        links.addClassName("choices");
        links.getElement().setAttribute("role", "list");
        Gallery.pages().forEach(example -> links.add(link("gallery/" + example.name(), example.name())));
        var looks = Map.of("?look=dark", "dark", "?look=contrast", "contrast", "?frame=kiosk", "kiosk");
        List.copyOf(looks.entrySet()).forEach(look -> links.add(link("gallery" + look.getKey(), look.getValue())));
        return links;
    }

    private static ListItem link(String address, String words) {
        var link = new Anchor(Address.of(address), words);
        link.addClassName("button");
        // A plain visit: looks and frames begin with a fresh document.
        link.getElement().setAttribute("router-ignore", true).setAttribute("lang", "en");
        return new ListItem(link);
    }

    private static java.util.Optional<String> wish(Location location, String name) {
        return location.getQueryParameters().getSingleParameter(name);
    }
}
