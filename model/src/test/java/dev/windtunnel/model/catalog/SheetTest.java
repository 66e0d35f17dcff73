package dev.windtunnel.model.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ec2-instance-types.csv",
                "ec2-on-demand.csv",
                "ec2-spot.csv",
                "rds-instance-classes.csv",
                "rds-postgres.csv",
                "rds-storage.csv",
                "services.csv"
            })
    void splitsEachLineAsCommonsCsvDoes(String file) throws IOException {
        String text = text(file);
        List<List<String>> expected = new ArrayList<>();
        try (CSVParser parser =
                CSVFormat.RFC4180.builder().setCommentMarker('#').get().parse(new StringReader(text))) {
            for (CSVRecord row : parser) {
                expected.add(row.toList());
            }
        }

        List<List<String>> actual = text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> Sheet.split(line, Integer.MAX_VALUE))
                .toList();

        assertEquals(expected, actual);
        assertTrue(
                actual.stream().allMatch(row -> row.size() == actual.getFirst().size()), "rows of one length");
        assertTrue(text.chars().allMatch(c -> c < 128), "ASCII, for it is read as Latin-1");
    }

    @Test
    void keepsOnlyTheFirstFieldsWhenTheseAreEnough() {
        assertEquals(List.of("a", "b, \"c\""), Sheet.split("a,\"b, \"\"c\"\"\",d", 2));
        assertEquals(List.of("", "", ""), Sheet.split(",,", 9));
    }

    @Test
    void readsTheRowsOfOneRegionOnly() {
        Sheet sheet = Sheet.ofRegion("ec2-on-demand.csv", "eu-west-1", "instance_type");

        assertEquals(579, sheet.keys().size());
        assertEquals("eu-west-1", sheet.rows("m6i.large").getFirst().text("region"));
        assertEquals(List.of(), sheet.rows("m8a.large"));
    }

    @Test
    void listsRegionsThatTheFilesHave() throws IOException {
        TreeSet<String> regions = new TreeSet<>();
        text("ec2-on-demand.csv")
                .lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("region"))
                .forEach(line -> regions.add(Sheet.split(line, 1).getFirst()));

        assertEquals(regions, new TreeSet<>(Catalog.embedded().regionNames()));
    }

    @Test
    void saysWhatIsMissing() {
        IllegalStateException file = assertThrows(IllegalStateException.class, () -> Sheet.whole("tea.csv", "leaf"));
        IllegalStateException column =
                assertThrows(IllegalStateException.class, () -> Sheet.whole("services.csv", "leaf"));

        assertTrue(file.toString().contains("no file tea.csv"), file.toString());
        assertTrue(column.toString().contains("services.csv has no column leaf"), column.toString());
    }

    private static String text(String file) throws IOException {
        try (InputStream stream = Sheet.class.getResourceAsStream(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
