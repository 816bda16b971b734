package fi.tiski.surface.doors;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks at the shape of what an open page sends, before Vaadin does: Vaadin trusts its own client, and answers what that
 * client would never send with an error of the server's and a stack trace in the log. What is not shaped like a message is
 * refused; what a message may do is Vaadin's and the page's own affair.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class WellFormed extends OncePerRequestFilter {

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * What our pages send: something happened, a value changed, an answer to a script of the server's, the address changed.
     * None of them has templates or methods that the browser may call; whoever needs one adds its kind here.
     */
    private static final Set<String> CALLS = Set.of("event", "mSync", "channel", "navigation");

    /** Vaadin's number for the properties of an element: nothing else of one is changed by a browser. */
    private static final int PROPERTIES = 1;

    /** What the parts of a call are; a part that is not named here is not looked at by anybody. */
    private static final Map<String, Predicate<JsonNode>> PARTS = Map.of(
            "node", JsonNode::canConvertToInt,
            "feature", JsonNode::canConvertToInt,
            "channel", JsonNode::canConvertToInt,
            "property", JsonNode::isString,
            "event", JsonNode::isString,
            "location", JsonNode::isString,
            "data", JsonNode::isObject,
            "args", JsonNode::isArray);

    private static final Map<String, Set<String>> NEEDED = Map.of(
            "event", Set.of("node", "event"),
            "mSync", Set.of("node", "feature", "property", "value"),
            "channel", Set.of("node", "channel", "args"),
            "navigation", Set.of("location"));

    private final PlainPage page;

    WellFormed(PlainPage page) {
        this.page = page;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isReadable(request) || !isNamed(request) || !isDecodable(request.getRequestURI())) {
            var before = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
            page.refuse(request, response, before instanceof Integer code ? code : HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            chain.doFilter(request, response);
            return;
        }
        var kind = request.getParameter("v-r");
        if (isSentByPush(request)) {
            page.refuse(request, response, HttpServletResponse.SC_BAD_REQUEST);
        } else if (kind == null) {
            chain.doFilter(request, response);
        } else if (!isNumber(request.getParameter("v-uiId"))
                || !isDecodable(request.getParameter("location"))
                || !isDecodable(request.getParameter("query"))) {
            page.refuse(request, response, HttpServletResponse.SC_BAD_REQUEST);
        } else if (kind.equals("uidl") && "POST".equals(request.getMethod())) {
            var body = request.getInputStream().readAllBytes();
            if (isMessage(body)) {
                chain.doFilter(new ReadAlready(request, body), response);
            } else {
                page.refuse(request, response, HttpServletResponse.SC_BAD_REQUEST);
            }
        } else {
            chain.doFilter(request, response);
        }
    }

    /** The connection that is held open is for what the server says; pages send beside it. */
    private static boolean isSentByPush(HttpServletRequest request) {
        return "POST".equals(request.getMethod())
                && (request.getRequestURI().endsWith("/push") || "push".equals(request.getParameter("v-r")));
    }

    /** What Tomcat refused by itself comes here first as an error, and whoever looks at its parts fails once more. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** Tomcat reads parameters when somebody asks for one, and throws then. */
    private static boolean isReadable(HttpServletRequest request) {
        try {
            request.getParameterMap();
            return true;
        } catch (IllegalStateException notReadable) {
            return false;
        }
    }

    /** Vaadin asks for the browser's name when a session begins, and Spring Security then throws over letters it does not allow. */
    private static boolean isNamed(HttpServletRequest request) {
        var name = request.getHeader("User-Agent");
        return name == null || name.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isNumber(@Nullable String window) {
        return window == null || window.matches("-?[0-9]{1,9}");
    }

    private static boolean isDecodable(@Nullable String encoded) {
        if (encoded == null) {
            return true;
        }
        try {
            var decoded = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
            // No text that the database could keep has one.
            return decoded.indexOf('\0') < 0;
        } catch (IllegalArgumentException cutOff) {
            return false;
        }
    }

    /** Empty ones are sent too, and do nothing. */
    static boolean isMessage(byte[] body) {
        if (body.length == 0) {
            return true;
        }
        try {
            var message = JSON.readTree(body);
            return message.isObject()
                    && message.path("csrfToken").isString()
                    && (isNumbered(message) || isGoodbye(message))
                    && isFlag(message.get("UNLOAD"))
                    && isFlag(message.get("resynchronize"))
                    && message.path("rpc").isArray()
                    && message.path("rpc").valueStream().allMatch(WellFormed::isCall);
        } catch (JacksonException noJson) {
            return false;
        }
    }

    private static boolean isNumbered(JsonNode message) {
        return message.path("syncId").canConvertToInt()
                && message.path("clientId").canConvertToInt();
    }

    /** The last thing a page says, as it is left: no answer is waited for, so it has no number. */
    private static boolean isGoodbye(JsonNode message) {
        return message.path("UNLOAD").asBoolean(false)
                && !message.has("syncId")
                && !message.has("clientId")
                && message.path("rpc").isEmpty();
    }

    private static boolean isFlag(@Nullable JsonNode flag) {
        return flag == null || flag.isBoolean();
    }

    private static boolean isCall(JsonNode call) {
        var type = call.path("type").asString("");
        return call.isObject()
                && CALLS.contains(type)
                && (!type.equals("mSync") || call.path("feature").asInt() == PROPERTIES)
                && NEEDED.getOrDefault(type, Set.of()).stream().allMatch(call::has)
                && PARTS.entrySet().stream()
                        .allMatch(part ->
                                !call.has(part.getKey()) || part.getValue().test(call.get(part.getKey())));
    }

    /** A body that was looked at here, for whoever reads it next. */
    private static final class ReadAlready extends HttpServletRequestWrapper {

        private final byte[] body;

        ReadAlready(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }

        @Override
        public ServletInputStream getInputStream() {
            var bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] into, int offset, int length) {
                    return bytes.read(into, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("Read at once");
                }
            };
        }
    }
}
