package io.passport.emulators.yuntongxun;

import io.passport.emulators.http.Request;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of a template SMS.
 *
 * @param to receivers, 11 digits each, separated by commas
 * @param appId the sender's application
 * @param templateId the text to send
 * @param datas what to put in place of the template's {1}, {2}
 */
record TemplateSms(
        @Nullable String to,
        @Nullable String appId,
        @Nullable String templateId,
        List<@Nullable String> datas) {

    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final int MOST_MOBILES = 200;

    TemplateSms {
        datas = datas == null ? List.of() : datas;
    }

    static TemplateSms parse(Request request) throws RefusedException {
        RefusedException.unless(request.body().length > 0, Refusal.BODY_EMPTY);
        try {
            TemplateSms sms = JsonMapper.shared().readValue(request.body(), TemplateSms.class);
            RefusedException.unless(sms != null, Refusal.BODY_MALFORMED);
            return sms;
        } catch (JacksonException e) {
            throw new RefusedException(Refusal.BODY_MALFORMED);
        }
    }

    void requireAppOf(Account account) throws RefusedException {
        String app = RefusedException.required(appId, Refusal.APP_MISSING);
        RefusedException.unless(account.appId().equals(app), Refusal.APP_UNKNOWN);
    }

    void requireTemplateOf(Account account) throws RefusedException {
        String template = RefusedException.required(templateId, Refusal.TEMPLATE_NO_NUMBER);
        RefusedException.unless(template.chars().allMatch(Character::isDigit), Refusal.TEMPLATE_NO_NUMBER);
        RefusedException.unless(account.templateId().equals(template), Refusal.TEMPLATE_UNKNOWN);
    }

    List<String> mobiles() throws RefusedException {
        String receivers = RefusedException.required(to, Refusal.MOBILE_MISSING);
        List<String> mobiles =
                Arrays.stream(receivers.split(",", -1)).map(String::strip).toList();
        RefusedException.unless(mobiles.size() <= MOST_MOBILES, Refusal.TOO_MANY_MOBILES);
        RefusedException.unless(mobiles.stream().allMatch(MOBILE.asMatchPredicate()), Refusal.MOBILE_MALFORMED);
        RefusedException.unless(new HashSet<>(mobiles).size() == mobiles.size(), Refusal.MOBILE_TWICE);
        return mobiles;
    }

    Template filledTemplate() throws RefusedException {
        RefusedException.unless(datas.size() == 2, Refusal.VARIABLES_MALFORMED);
        return Template.filled(datas.get(0), datas.get(1));
    }
}
