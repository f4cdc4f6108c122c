package io.passport.emulators.sms.yuntongxun;

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
 * @param templateId the template
 * @param datas the values of the template's variables {1} and {2}
 */
record TemplateSmsRequest(
        @Nullable String to,
        @Nullable String appId,
        @Nullable String templateId,
        List<@Nullable String> datas) {

    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final int MAX_MOBILES = 200;

    TemplateSmsRequest {
        datas = datas == null ? List.of() : datas;
    }

    static TemplateSmsRequest parse(Request request) throws YuntongxunApiException {
        YuntongxunApiException.unless(request.body().length > 0, YuntongxunError.BODY_EMPTY);
        try {
            TemplateSmsRequest sms = JsonMapper.shared().readValue(request.body(), TemplateSmsRequest.class);
            YuntongxunApiException.unless(sms != null, YuntongxunError.BODY_MALFORMED);
            return sms;
        } catch (JacksonException e) {
            throw new YuntongxunApiException(YuntongxunError.BODY_MALFORMED);
        }
    }

    void requireAppOf(YuntongxunAccount account) throws YuntongxunApiException {
        String app = YuntongxunApiException.required(appId, YuntongxunError.APP_MISSING);
        YuntongxunApiException.unless(account.appId().equals(app), YuntongxunError.APP_UNKNOWN);
    }

    void requireTemplateOf(YuntongxunAccount account) throws YuntongxunApiException {
        String template = YuntongxunApiException.required(templateId, YuntongxunError.TEMPLATE_NO_NUMBER);
        YuntongxunApiException.unless(
                template.chars().allMatch(Character::isDigit), YuntongxunError.TEMPLATE_NO_NUMBER);
        YuntongxunApiException.unless(account.templateId().equals(template), YuntongxunError.TEMPLATE_UNKNOWN);
    }

    List<String> mobiles() throws YuntongxunApiException {
        String receivers = YuntongxunApiException.required(to, YuntongxunError.MOBILE_MISSING);
        List<String> mobiles =
                Arrays.stream(receivers.split(",", -1)).map(String::strip).toList();
        YuntongxunApiException.unless(mobiles.size() <= MAX_MOBILES, YuntongxunError.TOO_MANY_MOBILES);
        YuntongxunApiException.unless(
                mobiles.stream().allMatch(MOBILE.asMatchPredicate()), YuntongxunError.MOBILE_MALFORMED);
        YuntongxunApiException.unless(new HashSet<>(mobiles).size() == mobiles.size(), YuntongxunError.MOBILE_TWICE);
        return mobiles;
    }

    FilledTemplate filledTemplate() throws YuntongxunApiException {
        YuntongxunApiException.unless(datas.size() == 2, YuntongxunError.VARIABLES_MALFORMED);
        return FilledTemplate.of(datas.get(0), datas.get(1));
    }
}
