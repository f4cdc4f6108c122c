package io.passport.verify.smscode;

import io.passport.common.wire.ErrorCode;
import io.passport.common.wire.Refusal;
import io.passport.verify.imagecode.ImageCodes;
import io.passport.verify.smslimit.SmsLimits;
import io.passport.verify.smslimit.SmsReservation;
import io.passport.verify.smsprovider.Delivery;
import io.passport.verify.smsprovider.SmsMessage;
import io.passport.verify.smsprovider.SmsProvider;
import org.springframework.stereotype.Component;

/** Sends a code to a number, once a person has read the picture and no limit is in the way. */
@Component
class SendingSmsCode {

    private final ImageCodes imageCodes;
    private final SmsLimits limits;
    private final SmsCodes codes;
    private final SmsProvider provider;

    SendingSmsCode(ImageCodes imageCodes, SmsLimits limits, SmsCodes codes, SmsProvider provider) {
        this.imageCodes = imageCodes;
        this.limits = limits;
        this.codes = codes;
        this.provider = provider;
    }

    /**
     * The code is stored before it is sent: nobody holds a message that is worth nothing.
     *
     * @param address the client's
     * @throws Refusal {@code 4002}, {@code 4004}, {@code 4201} or {@code 4301}, in the contract's order
     * @throws org.springframework.dao.DataAccessException when Redis fails: then nothing was sent
     */
    void send(SmsCodeRequest request, String address) {
        imageCodes.spend(request.imageCode(), request.text());
        SmsReservation reservation = limits.reserve(request.mobile(), address);
        SmsCode code = SmsCode.random(request.purpose(), request.mobile());
        codes.put(code);
        settle(provider.send(new SmsMessage(code.mobile(), code.digits(), SmsCodes.VALID_FOR)), code, reservation);
    }

    /**
     * A message that may still arrive keeps its code. The number may ask again at once, unless the provider would say
     * no again: then the reservation stays, although nothing was sent.
     */
    private void settle(Delivery delivery, SmsCode code, SmsReservation reservation) {
        switch (delivery) {
            case Delivery.Taken _ -> {}
            case Delivery.Limited limited -> {
                codes.withdraw(code);
                throw Refusal.tooOften(limited.retryAfter());
            }
            case Delivery.NotTaken _ -> {
                codes.withdraw(code);
                throw failed(reservation);
            }
            case Delivery.Uncertain _ -> throw failed(reservation);
        }
    }

    private Refusal failed(SmsReservation reservation) {
        limits.giveBack(reservation);
        return Refusal.of(ErrorCode.THIRDERR, "发送失败");
    }
}
