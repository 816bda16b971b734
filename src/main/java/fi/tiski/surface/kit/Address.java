package fi.tiski.surface.kit;

import com.vaadin.flow.server.VaadinRequest;

/** Addresses of our own files and pages that hold at every depth of path and behind a proxy's prefix. */
public final class Address {

    private Address() {}

    /** The absolute path of {@code path}, which is relative to the context root and has no leading slash. */
    public static String of(String path) {
        var request = VaadinRequest.getCurrent();
        var context = request == null || request.getContextPath() == null ? "" : request.getContextPath();
        return context + "/" + path;
    }
}
