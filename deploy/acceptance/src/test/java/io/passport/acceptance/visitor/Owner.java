package io.passport.acceptance.visitor;

import static io.passport.acceptance.stack.Secrets.Kind.SMS_CODE;

import io.passport.acceptance.stack.Passport;
import java.util.Map;

/**
 * Operations 12 to 16: somebody who shows, or says, that an account is his, and changes what proves it.
 *
 * @param passport where
 * @param visitor how he calls
 */
public record Owner(Passport passport, Visitor visitor) {

    /** A new visitor, from an address of his own. */
    public static Owner of(Passport passport) {
        return new Owner(passport, Visitor.of(passport));
    }

    /** Operation 12 with a picture read well, a minute after the last; the code in the SMS. */
    public String codeFor(Purpose purpose, String mobile) {
        passport.redis().forgetSmsSentTo(mobile);
        ImageCode image = visitor.imageCode();
        visitor.post(
                        "smscode/" + mobile,
                        Map.of("text", image.answer(), "id", image.id(), "purpose", purpose.wireName()))
                .isOk("发送成功");
        return passport.secrets()
                .keep(SMS_CODE, passport.inbox().codesFor(mobile).getFirst());
    }

    /** Operation 13. */
    public Answer signIn(String mobile, String smsCode) {
        return visitor.post("sessions", Map.of("mobile", mobile, "sms_code", smsCode));
    }

    /** Operation 14. */
    public Answer changePassword(String old, String chosen) {
        return visitor.put("user/password", Map.of("old_password", old, "new_password", chosen));
    }

    /** Operation 15. */
    public Answer resetPassword(String mobile, String smsCode, String chosen) {
        return visitor.post("passwords", Map.of("mobile", mobile, "sms_code", smsCode, "password", chosen));
    }

    /** Operation 16. */
    public Answer changeMobile(String mobile, String smsCode, String password) {
        return visitor.put("user/mobile", Map.of("mobile", mobile, "sms_code", smsCode, "password", password));
    }
}
