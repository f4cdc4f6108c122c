package io.passport.acceptance.visitor;

import static io.passport.acceptance.stack.Secrets.Kind.SMS_CODE;
import static io.passport.acceptance.stack.Secrets.Kind.TOKEN;

import io.passport.acceptance.stack.Passport;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody with a browser: an address that nobody else has, one cookie, and the operations of the API. */
public final class Visitor {

    private final Passport passport;
    private final Browser browser;

    private Visitor(Passport passport, Browser browser) {
        this.passport = passport;
        this.browser = browser;
    }

    /** A new visitor, from an address of his own. */
    public static Visitor of(Passport passport) {
        return new Visitor(passport, Browser.fromItsOwnAddress(passport.at("gateway", "")));
    }

    /** The same visitor, whose next requests carry this header as well. */
    public Visitor saying(String header, String value) {
        return new Visitor(passport, browser.with(header, value));
    }

    /** The same visitor with another session's token, or whatever he takes for one. */
    public Visitor holding(String token) {
        return new Visitor(passport, browser.holding(token));
    }

    /** The session's token, once he has one. */
    public String token() {
        return browser.token().orElseThrow();
    }

    /** Operation 1, with an id of the visitor's own. */
    public Answer picture(String id) {
        return get("imagecode/" + id);
    }

    /** Loads a picture and reads it well. */
    public ImageCode imageCode() {
        String id = UUID.randomUUID().toString();
        picture(id).hasStatus(200);
        return new ImageCode(id, passport.redis().imageCodeAnswer(id).orElseThrow());
    }

    /** Operation 2, as clients call it. */
    public Answer requestSms(String mobile, ImageCode code) {
        return get("smscode/" + mobile + "?text=" + URLEncoder.encode(code.answer(), StandardCharsets.UTF_8) + "&id="
                + code.id());
    }

    /** Loads a picture, has an SMS sent and reads the code in it. */
    public String smsCodeFor(String mobile) {
        requestSms(mobile, imageCode()).isOk("发送成功");
        String code = passport.inbox().codesFor(mobile).getFirst();
        return passport.secrets().keep(SMS_CODE, code);
    }

    /** Operation 3. */
    public Answer register(String mobile, String smsCode, String password) {
        return post("users", Map.of("mobile", mobile, "sms_code", smsCode, "password", password));
    }

    /** Operation 4. */
    public Answer logIn(String mobile, String password) {
        return post("sessions", Map.of("mobile", mobile, "password", password));
    }

    /** Operation 5. */
    public Answer profile() {
        return get("user");
    }

    /** Operation 6. */
    public Answer uploadAvatar(byte[] file) {
        return post("user/avatar", Body.file("avatar", "me.png", file));
    }

    /** Operation 7. */
    public Answer rename(String name) {
        return put("user/name", Map.of("name", name));
    }

    /** Operation 8. */
    public Answer verify(String realName, String idCard) {
        return post("user/auth", Map.of("real_name", realName, "id_card", idCard));
    }

    /** Operation 9. */
    public Answer verified() {
        return get("user/auth");
    }

    /** Operation 10. */
    public Answer logOut() {
        return send("DELETE", "session", null);
    }

    /** Operation 11. */
    public Answer session() {
        return get("session");
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, Map<String, ?> json) {
        return post(path, Body.json(json));
    }

    public Answer post(String path, Body body) {
        return send("POST", path, body);
    }

    public Answer put(String path, Map<String, ?> json) {
        return send("PUT", path, Body.json(json));
    }

    /** Any request; a path without a slash in front is one of the API. */
    public Answer send(String method, String path, @Nullable Body body) {
        String whole = path.startsWith("/") ? path : "/api/v1.0/" + path;
        Optional<String> before = browser.token();
        Answer answer = browser.send(method, whole, body);
        browser.token()
                .filter(token -> !Optional.of(token).equals(before))
                .ifPresent(token -> passport.secrets().keep(TOKEN, token));
        return answer;
    }
}
