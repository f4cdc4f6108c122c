package io.passport.verify.smscode;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import io.passport.verify.compensation.Compensation;
import io.passport.verify.imagecode.ImageCodes;
import io.passport.verify.smsledger.SmsLedger;
import io.passport.verify.smslimit.SmsLimits;
import io.passport.verify.smslimit.SmsQuotaRequest;
import io.passport.verify.smslimit.SmsReservation;
import io.passport.verify.smsprovider.Delivery;
import io.passport.verify.smsprovider.SmsMessage;
import io.passport.verify.smsprovider.SmsProvider;
import org.springframework.stereotype.Component;

/**
 * Sends a code to a number, if the image code is right and no limit is exceeded. {@link SmsCodeController} calls it. The image
 * code is used up also when nothing is sent, so after an error the client needs a new one.
 */
@Component
class SmsCodeSender {

    private final ImageCodes imageCodes;
    private final SmsLimits limits;
    private final SmsCodes codes;
    private final SmsProvider provider;
    private final SmsLedger ledger;

    SmsCodeSender(ImageCodes imageCodes, SmsLimits limits, SmsCodes codes, SmsProvider provider, SmsLedger ledger) {
        this.imageCodes = imageCodes;
        this.limits = limits;
        this.codes = codes;
        this.provider = provider;
        this.ledger = ledger;
    }

    /**
     * Consumes the image code, counts the message against the limits, stores the code and sends it, in this order. The code is
     * stored before it is sent, so every delivered code is valid.
     *
     * @param address IP address of the client
     * @throws ApiException {@code 4002} or {@code 4004} by the image code; {@code 4201} by a limit of this service or of the
     *     vendor; {@code 4301} when it was not sent or may not have been sent
     * @throws org.springframework.dao.DataAccessException when Redis fails: then nothing was sent
     */
    void send(SmsCodeRequest request, String address) {
        imageCodes.consume(request.imageCode(), request.text());
        SmsReservation reservation =
                limits.reserve(new SmsQuotaRequest(request.purpose().wireName(), request.mobile(), address));
        SmsCode code = SmsCode.random(request.purpose(), request.mobile());
        put(code, reservation);
        finish(provider.send(new SmsMessage(code.mobile(), code.digits(), SmsCodes.VALID_FOR)), code, reservation);
    }

    private void put(SmsCode code, SmsReservation reservation) {
        try {
            codes.put(code);
        } catch (RuntimeException notStored) {
            // Redis may still run the command later
            compensate(code, reservation);
            throw notStored;
        }
    }

    /**
     * Counts the outcome and reverts what belongs to a message that was not sent. A message that may have been sent keeps its
     * code and counts against the limits, since it may have to be paid. A message that the vendor limited counts too: the
     * next attempt would fail the same way.
     */
    private void finish(Delivery delivery, SmsCode code, SmsReservation reservation) {
        String purpose = code.purpose().wireName();
        String provider = delivery.provider();
        switch (delivery) {
            case Delivery.Sent _ -> ledger.sent(purpose, provider);
            case Delivery.Limited limited -> {
                ledger.limited(purpose, provider);
                Compensation.runAll(withdrawal(code));
                throw ApiException.tooManyRequests(limited.retryAfter());
            }
            case Delivery.Failed _ -> {
                ledger.failed(purpose, provider);
                compensate(code, reservation);
                throw notSent();
            }
            case Delivery.Uncertain _ -> {
                ledger.uncertain(purpose, provider);
                throw notSent();
            }
        }
    }

    private void compensate(SmsCode code, SmsReservation reservation) {
        Compensation.runAll(
                withdrawal(code), new Compensation("release of the SMS limits", () -> limits.release(reservation)));
    }

    private Compensation withdrawal(SmsCode code) {
        return new Compensation("withdrawal of an SMS code", () -> codes.withdraw(code));
    }

    private static ApiException notSent() {
        return ApiException.of(ErrorCode.THIRDERR, "发送失败");
    }
}
