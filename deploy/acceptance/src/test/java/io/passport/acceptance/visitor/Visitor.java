package io.passport.acceptance.visitor;

import static io.passport.acceptance.passport.TestSecrets.Kind.SMS_CODE;
import static io.passport.acceptance.passport.TestSecrets.Kind.TOKEN;

import io.passport.acceptance.passport.LaunchedPassport;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client with its own address and session cookie, and one method for each operation of the API. */
public final class Visitor {

    private final LaunchedPassport passport;
    private final HttpBrowser browser;

    private Visitor(LaunchedPassport passport, HttpBrowser browser) {
        this.passport = passport;
        this.browser = browser;
    }

    /** A new visitor with an unused address. */
    public static Visitor of(LaunchedPassport passport) {
        return new Visitor(passport, HttpBrowser.withOwnAddress(passport.at("gateway", "")));
    }

    /** The same visitor, sending one more header with each request. */
    public Visitor withHeader(String header, String value) {
        return new Visitor(passport, browser.with(header, value));
    }

    /** The same visitor with another session token, valid or not. */
    public Visitor withToken(String token) {
        return new Visitor(passport, browser.withToken(token));
    }

    /** The session token of a signed-in visitor. */
    public String token() {
        return browser.token().orElseThrow();
    }

    /** Calls {@code GET /imagecode/{id}}. */
    public ApiResponse getImageCode(String id) {
        return get("imagecode/" + id);
    }

    /** Gets a new image code and reads its text from Redis. */
    public ImageCode imageCode() {
        String id = UUID.randomUUID().toString();
        getImageCode(id).hasStatus(200);
        return new ImageCode(id, passport.redis().imageCodeText(id).orElseThrow());
    }

    /** Calls {@code GET /smscode/{mobile}?text=…&id=…}. */
    public ApiResponse requestSmsCode(String mobile, ImageCode code) {
        return get("smscode/" + mobile + "?text=" + URLEncoder.encode(code.text(), StandardCharsets.UTF_8) + "&id="
                + code.id());
    }

    /** Solves an image code, requests an SMS for registration and returns the code in it. */
    public String smsCodeFor(String mobile) {
        requestSmsCode(mobile, imageCode()).isOk("发送成功");
        String code = passport.inbox().codesFor(mobile).getFirst();
        return passport.secrets().remember(SMS_CODE, code);
    }

    /** Calls {@code POST /users}. */
    public ApiResponse register(String mobile, String smsCode, String password) {
        return post("users", Map.of("mobile", mobile, "sms_code", smsCode, "password", password));
    }

    /** Calls {@code POST /sessions} with a password. */
    public ApiResponse signIn(String mobile, String password) {
        return post("sessions", Map.of("mobile", mobile, "password", password));
    }

    /** Calls {@code GET /user}. */
    public ApiResponse profile() {
        return get("user");
    }

    /** Calls {@code POST /user/avatar}. */
    public ApiResponse uploadAvatar(byte[] file) {
        return post("user/avatar", RequestBody.file("avatar", "me.png", file));
    }

    /** Calls {@code DELETE /user/avatar}. */
    public ApiResponse deleteAvatar() {
        return send("DELETE", "user/avatar", null);
    }

    /** Calls {@code PUT /user/name}. */
    public ApiResponse changeName(String name) {
        return put("user/name", Map.of("name", name));
    }

    /** Calls {@code POST /user/auth}. */
    public ApiResponse verifyRealName(String realName, String idCard) {
        return post("user/auth", Map.of("real_name", realName, "id_card", idCard));
    }

    /** Calls {@code GET /user/auth}. */
    public ApiResponse realName() {
        return get("user/auth");
    }

    /** Calls {@code DELETE /session}. */
    public ApiResponse signOut() {
        return send("DELETE", "session", null);
    }

    /** Calls {@code GET /session}. */
    public ApiResponse session() {
        return get("session");
    }

    /**
     * Calls {@code POST /smscode/{mobile}} with a solved image code, after resetting the limit of one SMS a minute.
     *
     * @return the code in the SMS
     */
    public String smsCodeFor(Purpose purpose, String mobile) {
        passport.redis().forgetSmsSentTo(mobile);
        ImageCode image = imageCode();
        post("smscode/" + mobile, Map.of("text", image.text(), "id", image.id(), "purpose", purpose.wireName()))
                .isOk("发送成功");
        return passport.secrets()
                .remember(SMS_CODE, passport.inbox().codesFor(mobile).getFirst());
    }

    /** Calls {@code POST /sessions} with an SMS code. */
    public ApiResponse signInBySms(String mobile, String smsCode) {
        return post("sessions", Map.of("mobile", mobile, "sms_code", smsCode));
    }

    /** Calls {@code PUT /user/password}. */
    public ApiResponse changePassword(String oldPassword, String newPassword) {
        return put("user/password", Map.of("old_password", oldPassword, "new_password", newPassword));
    }

    /** Calls {@code POST /passwords}. */
    public ApiResponse resetPassword(String mobile, String smsCode, String newPassword) {
        return post("passwords", Map.of("mobile", mobile, "sms_code", smsCode, "password", newPassword));
    }

    /** Calls {@code PUT /user/mobile}. */
    public ApiResponse changeMobile(String mobile, String smsCode, String password) {
        return put("user/mobile", Map.of("mobile", mobile, "sms_code", smsCode, "password", password));
    }

    public ApiResponse get(String path) {
        return send("GET", path, null);
    }

    public ApiResponse post(String path, Map<String, ?> json) {
        return post(path, RequestBody.json(json));
    }

    public ApiResponse post(String path, RequestBody body) {
        return send("POST", path, body);
    }

    public ApiResponse put(String path, Map<String, ?> json) {
        return send("PUT", path, RequestBody.json(json));
    }

    /** Sends any request. A path without a leading slash is below {@code /api/v1.0/}. */
    public ApiResponse send(String method, String path, @Nullable RequestBody body) {
        String fullPath = path.startsWith("/") ? path : "/api/v1.0/" + path;
        Optional<String> before = browser.token();
        ApiResponse response = browser.send(method, fullPath, body);
        browser.token()
                .filter(token -> !Optional.of(token).equals(before))
                .ifPresent(token -> passport.secrets().remember(TOKEN, token));
        return response;
    }
}
