package dev.windtunnel.simulator.cost;

import dev.windtunnel.model.unit.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A bill as CSV: a header, the lines, what is not priced with words in place of the amount, and a total that is the sum of
 * the amounts above it.
 *
 * <p>Fields are quoted as RFC 4180 has it; lines end with a line feed. Amounts are in cents, half up; quantity times unit
 * price gives them with more digits.
 */
public final class BillCsvWriter {

    private static final List<String> HEADER = List.of(
            "account",
            "service",
            "item",
            "quantity",
            "unit",
            "unit price USD",
            "amount USD",
            "evidence",
            "price date",
            "source");

    private BillCsvWriter() {}

    /** The whole file. */
    public static String write(Bill bill) {
        StringBuilder csv = new StringBuilder();
        append(csv, HEADER);
        for (Bill.Line line : bill.lines()) {
            append(csv, fields(line));
        }
        for (Bill.NotPriced entry : bill.notPriced()) {
            append(csv, fields(entry));
        }
        append(csv, List.of("total", "", "", "", "", "", bill.printedTotal().toPlainString(), "", "", ""));
        return csv.toString();
    }

    private static List<String> fields(Bill.Line line) {
        return List.of(
                line.account(),
                line.service(),
                line.item(),
                plain(line.quantity()),
                line.unit(),
                plain(line.unitPrice()),
                line.printedAmount().toPlainString(),
                line.evidence().name().toLowerCase(Locale.ROOT),
                line.priceDate(),
                line.source());
    }

    private static List<String> fields(Bill.NotPriced entry) {
        return List.of(entry.account(), "", entry.what(), "", "", "", entry.inPlaceOfAmount(), "", "", entry.why());
    }

    private static String plain(Money money) {
        return plain(money.usd());
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static void append(StringBuilder csv, List<String> fields) {
        csv.append(fields.stream().map(BillCsvWriter::quoted).collect(Collectors.joining(",")))
                .append('\n');
    }

    private static String quoted(String field) {
        boolean special = field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return special ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }
}
