package fi.tiski.surface.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;

/**
 * Where somebody tries to sign in from.
 *
 * @param place their address on the network
 * @param device what their browser keeps since an earlier sign-in; empty for one that we do not know
 */
record Visitor(String place, String device) implements Serializable {

    static Visitor of(HttpServletRequest request) {
        return new Visitor(request.getRemoteAddr(), DeviceCookie.of(request, name(request)));
    }

    /** What was typed as the name. */
    static String name(HttpServletRequest request) {
        var name = request.getParameter("username");
        return name == null ? "" : name;
    }

    @Override
    public String toString() {
        return "Visitor[…]";
    }
}
