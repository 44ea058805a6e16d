package org.carme.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import org.carme.people.MyData;
import org.carme.users.Person;
import org.carme.users.PersonalData;

/** What is kept about somebody as one JSON file, read in parts however much it is. */
@ApplicationScoped
public class PersonalExport {
    /** The header that names the file. */
    public static final String DISPOSITION = "attachment; filename=\"carme-data.json\"";

    @Inject
    MyData data;

    /** Notes the export in the audit log, before anything is written. */
    public Download of(String user) {
        Person person = data.export(user);
        return out -> write(person, out);
    }

    private void write(Person person, OutputStream out) {
        JsonGenerator json = Json.createGeneratorFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createGenerator(out);
        json.writeStartObject();
        writeAccount(json, person);
        data.sections().forEach(section -> writeSection(json, section, person.name()));
        json.writeEnd();
        json.flush();
    }

    private static void writeAccount(JsonGenerator json, Person person) {
        json.writeStartObject("account").write("name", person.name()).write("displayName", person.displayName());
        person.uid().ifPresent(uid -> json.write("uid", uid));
        person.home().ifPresent(home -> json.write("home", home));
        json.write("groups", Json.createArrayBuilder(person.groups()).build());
        json.writeStartArray("roles");
        person.roles().forEach(role -> json.write(role.name()));
        json.writeEnd().writeEnd();
    }

    private static void writeSection(JsonGenerator json, PersonalData section, String user) {
        json.writeStartArray(section.section());
        Optional<String> cursor = Optional.empty();
        do {
            PersonalData.Part part = section.part(user, cursor);
            part.rows().forEach(json::write);
            cursor = part.next();
        } while (cursor.isPresent());
        json.writeEnd();
    }
}
