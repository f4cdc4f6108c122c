package io.passport.emulators.sms.aliyun;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The parameters of {@code SendSms}.
 *
 * @param mobile the receiver, in mainland China
 * @param signName the signature, the sender's name
 * @param templateCode the template
 * @param templateParam the value of the template's variable {@code ${code}}, as a JSON object
 */
record SendSmsRequest(String mobile, String signName, String templateCode, String templateParam) {

    private static final Pattern MOBILE = Pattern.compile("(?:\\+?86)?(1[3-9]\\d{9})");

    static SendSmsRequest of(AliyunApiRequest call) throws AliyunApiException {
        String mobile = call.required("PhoneNumbers");
        var matcher = MOBILE.matcher(mobile);
        AliyunApiException.unless(matcher.matches(), AliyunError.MOBILE_MALFORMED, mobile);
        return new SendSmsRequest(
                matcher.group(1),
                call.required("SignName"),
                call.required("TemplateCode"),
                call.request().query("TemplateParam").orElse("{}"));
    }

    /** The code in the parameters. Fails unless the account has this signature and template. */
    String codeFor(AliyunAccount account) throws AliyunApiException {
        AliyunApiException.unless(signName.equals(account.signName()), AliyunError.SIGN_NAME_UNKNOWN);
        AliyunApiException.unless(templateCode.equals(account.templateCode()), AliyunError.TEMPLATE_UNKNOWN);
        JsonNode code = variables().path("code");
        AliyunApiException.unless(!code.isMissingNode(), AliyunError.VARIABLE_MISSING);
        AliyunApiException.unless(code.isString(), AliyunError.PARAMETERS_NO_JSON);
        return code.asString();
    }

    private JsonNode variables() throws AliyunApiException {
        return AliyunApiException.required(parsed().filter(JsonNode::isObject), AliyunError.PARAMETERS_NO_JSON);
    }

    private Optional<JsonNode> parsed() {
        try {
            return Optional.of(JsonMapper.shared().readTree(templateParam));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "SendSmsRequest[]";
    }
}
