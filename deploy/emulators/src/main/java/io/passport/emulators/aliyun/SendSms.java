package io.passport.emulators.aliyun;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The parameters of a message.
 *
 * @param mobile the receiver, one of mainland China
 * @param signName the sender's name
 * @param templateCode the text to send
 * @param templateParam what to put in place of the template's {@code ${code}}, a JSON object
 */
record SendSms(String mobile, String signName, String templateCode, String templateParam) {

    private static final Pattern MOBILE = Pattern.compile("(?:\\+?86)?(1[3-9]\\d{9})");

    static SendSms of(ApiCall call) throws RefusedException {
        String mobile = call.required("PhoneNumbers");
        var matcher = MOBILE.matcher(mobile);
        RefusedException.unless(matcher.matches(), Refusal.MOBILE_MALFORMED, mobile);
        return new SendSms(
                matcher.group(1),
                call.required("SignName"),
                call.required("TemplateCode"),
                call.request().query("TemplateParam").orElse("{}"));
    }

    /** The code, if all is as this customer has it approved. */
    String codeFor(Customer customer) throws RefusedException {
        RefusedException.unless(signName.equals(customer.signName()), Refusal.SIGN_NAME_UNKNOWN);
        RefusedException.unless(templateCode.equals(customer.templateCode()), Refusal.TEMPLATE_UNKNOWN);
        JsonNode code = variables().path("code");
        RefusedException.unless(!code.isMissingNode(), Refusal.VARIABLE_MISSING);
        RefusedException.unless(code.isString(), Refusal.PARAMETERS_NO_JSON);
        return code.asString();
    }

    private JsonNode variables() throws RefusedException {
        return RefusedException.required(parsed().filter(JsonNode::isObject), Refusal.PARAMETERS_NO_JSON);
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
        return "SendSms[]";
    }
}
