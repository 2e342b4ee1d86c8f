package io.latchkey.decision.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.latchkey.decision.domain.arrears.Payment;
import io.latchkey.decision.domain.arrears.Schedule;
import io.latchkey.events.EventJson;
import io.latchkey.events.Installment;
import io.latchkey.events.Money;
import io.latchkey.events.PaymentId;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * What a loan has many of, as short arrays without names: documents are a fifth as long, and are read and written with
 * every payment. The long forms of earlier versions are read too.
 *
 * <pre>
 * a payment:  ["FT26030112345", 12500, "KES", 1769936400, 0]        id, minor units, currency, seconds, nanoseconds
 * a schedule: ["KES", 1, 20260131, 12500, 2, 20260228, 12500, ...]  currency; number, due date, minor units
 * </pre>
 */
final class ShortForms {

    private static final ObjectReader LONG_FORM =
            EventJson.mapper().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final int DAYS = 100;
    private static final int YEARS = 10_000;

    private ShortForms() {}

    static SimpleModule module() {
        return new SimpleModule("short-forms")
                .addSerializer(Payment.class, new PaymentWriter())
                .addDeserializer(Payment.class, new PaymentReader())
                .addSerializer(Schedule.class, new ScheduleWriter())
                .addDeserializer(Schedule.class, new ScheduleReader());
    }

    private static final class PaymentWriter extends JsonSerializer<Payment> {

        @Override
        public void serialize(Payment payment, JsonGenerator json, SerializerProvider provider) throws IOException {
            Instant countsFrom = payment.countsFrom();
            json.writeStartArray();
            json.writeString(payment.paymentId().value());
            json.writeNumber(payment.amount().minorUnits());
            json.writeString(payment.amount().currency().getCurrencyCode());
            json.writeNumber(countsFrom.getEpochSecond());
            json.writeNumber(countsFrom.getNano());
            json.writeEndArray();
        }
    }

    private static final class PaymentReader extends JsonDeserializer<Payment> {

        @Override
        public Payment deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                return LONG_FORM.forType(Payment.class).readValue(json);
            }
            PaymentId paymentId = new PaymentId(json.nextTextValue());
            long minorUnits = nextLong(json);
            Money amount = new Money(minorUnits, Currency.getInstance(json.nextTextValue()));
            long seconds = nextLong(json);
            Payment payment = new Payment(paymentId, amount, Instant.ofEpochSecond(seconds, nextLong(json)));
            json.nextToken();
            return payment;
        }
    }

    private static final class ScheduleWriter extends JsonSerializer<Schedule> {

        @Override
        public void serialize(Schedule schedule, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartArray();
            json.writeString(schedule.currency().getCurrencyCode());
            for (Installment installment : schedule.installments()) {
                LocalDate due = installment.dueDate();
                json.writeNumber(installment.number());
                json.writeNumber(due.getYear() * YEARS + due.getMonthValue() * DAYS + due.getDayOfMonth());
                json.writeNumber(installment.amount().minorUnits());
            }
            json.writeEndArray();
        }
    }

    private static final class ScheduleReader extends JsonDeserializer<Schedule> {

        @Override
        public Schedule deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                return LONG_FORM.forType(Schedule.class).readValue(json);
            }
            Currency currency = Currency.getInstance(json.nextTextValue());
            List<Installment> installments = new ArrayList<>();
            while (json.nextToken() == JsonToken.VALUE_NUMBER_INT) {
                int number = json.getIntValue();
                LocalDate dueDate = date(nextLong(json));
                installments.add(new Installment(number, dueDate, new Money(nextLong(json), currency)));
            }
            return new Schedule(currency, installments);
        }

        private static LocalDate date(long digits) {
            int date = Math.toIntExact(digits);
            return LocalDate.of(date / YEARS, date / DAYS % DAYS, date % DAYS);
        }
    }

    private static long nextLong(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.VALUE_NUMBER_INT) {
            throw new IOException("a stored document has no number where one belongs");
        }
        return json.getLongValue();
    }
}
