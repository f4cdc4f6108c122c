package io.passport.verify.smscode;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import io.passport.verify.imagecode.ImageCodes;
import io.passport.verify.smsledger.SmsLedger;
import io.passport.verify.smslimit.Asking;
import io.passport.verify.smslimit.SmsLimits;
import io.passport.verify.smslimit.SmsReservation;
import io.passport.verify.smsprovider.Delivery;
import io.passport.verify.smsprovider.SmsMessage;
import io.passport.verify.smsprovider.SmsProvider;
import io.passport.verify.undo.Undo;
import org.springframework.stereotype.Component;

/** Sends a code to a number, once a person has read the picture and no limit is in the way. */
@Component
class SendingSmsCode {

    private final ImageCodes imageCodes;
    private final SmsLimits limits;
    private final SmsCodes codes;
    private final SmsProvider provider;
    private final SmsLedger ledger;

    SendingSmsCode(ImageCodes imageCodes, SmsLimits limits, SmsCodes codes, SmsProvider provider, SmsLedger ledger) {
        this.imageCodes = imageCodes;
        this.limits = limits;
        this.codes = codes;
        this.provider = provider;
        this.ledger = ledger;
    }

    /**
     * The code is stored before it is sent: nobody holds a message that is worth nothing.
     *
     * @param address the client's
     * @throws ApiException {@code 4002}, {@code 4004}, {@code 4201} or {@code 4301}, in the contract's order
     * @throws org.springframework.dao.DataAccessException when Redis fails: then nothing was sent
     */
    void send(SmsCodeRequest request, String address) {
        imageCodes.spend(request.imageCode(), request.text());
        SmsReservation reservation =
                limits.reserve(new Asking(request.purpose().wireName(), request.mobile(), address));
        SmsCode code = SmsCode.random(request.purpose(), request.mobile());
        put(code, reservation);
        settle(provider.send(new SmsMessage(code.mobile(), code.digits(), SmsCodes.VALID_FOR)), code, reservation);
    }

    private void put(SmsCode code, SmsReservation reservation) {
        try {
            codes.put(code);
        } catch (RuntimeException notStored) {
            // or stored later, by a Redis that stood still
            undo(code, reservation);
            throw notStored;
        }
    }

    /**
     * What surely was not sent is undone. A message that may still arrive keeps its code, and counts: it may have to be
     * paid. So does the number that the provider would refuse again.
     */
    private void settle(Delivery delivery, SmsCode code, SmsReservation reservation) {
        String purpose = code.purpose().wireName();
        String provider = delivery.provider();
        switch (delivery) {
            case Delivery.Taken _ -> ledger.sent(purpose, provider);
            case Delivery.Limited limited -> {
                ledger.limited(purpose, provider);
                Undo.all(stored(code));
                throw ApiException.tooManyRequests(limited.retryAfter());
            }
            case Delivery.NotTaken _ -> {
                ledger.failed(purpose, provider);
                undo(code, reservation);
                throw failed();
            }
            case Delivery.Uncertain _ -> {
                ledger.uncertain(purpose, provider);
                throw failed();
            }
        }
    }

    private void undo(SmsCode code, SmsReservation reservation) {
        Undo.all(stored(code), new Undo("a reservation", () -> limits.giveBack(reservation)));
    }

    private Undo stored(SmsCode code) {
        return new Undo("a code that was not sent", () -> codes.withdraw(code));
    }

    private static ApiException failed() {
        return ApiException.of(ErrorCode.THIRDERR, "发送失败");
    }
}
