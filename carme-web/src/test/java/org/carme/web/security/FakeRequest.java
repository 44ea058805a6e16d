package org.carme.web.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A request as the container hands it over; what is not set is absent. */
final class FakeRequest {
    private final Map<String, Object> values = new HashMap<>();

    private FakeRequest(String method, String path) {
        values.put("getMethod", method);
        values.put("getServletPath", path);
        values.put("getRequestURI", path);
        values.put("getContextPath", "");
        header("Host", "localhost:8080");
    }

    static FakeRequest get(String path) {
        return new FakeRequest("GET", path);
    }

    static FakeRequest post(String path) {
        return new FakeRequest("POST", path);
    }

    FakeRequest header(String name, String value) {
        values.put("getHeader " + name.toLowerCase(Locale.ROOT), value);
        return this;
    }

    FakeRequest parameter(String name, String value) {
        values.put("getParameter " + name, value);
        return this;
    }

    FakeRequest pathInfo(String rest) {
        values.put("getPathInfo", rest);
        return this;
    }

    FakeRequest dispatcher(DispatcherType type) {
        values.put("getDispatcherType", type);
        return this;
    }

    HttpServletRequest build() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                FakeRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> values.get(key(method.getName(), arguments)));
    }

    private static String key(String method, Object[] arguments) {
        if (arguments == null) {
            return method;
        }
        String argument = String.valueOf(arguments[0]);
        return method + " " + (method.equals("getHeader") ? argument.toLowerCase(Locale.ROOT) : argument);
    }
}
