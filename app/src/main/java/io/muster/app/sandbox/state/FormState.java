package io.muster.app.sandbox.state;

import io.muster.app.sandbox.blockkit.ElementValues;
import io.muster.app.sandbox.blockkit.Elements;
import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one person has typed and chosen in one view or message. */
public final class FormState {
    private record Place(String blockId, String actionId) {}

    private final Map<Place, ObjectNode> held = new LinkedHashMap<>();
    private final String currentConversation;

    public FormState(String currentConversation) {
        this.currentConversation = currentConversation;
    }

    public void put(String blockId, String actionId, ObjectNode value) {
        held.put(new Place(blockId, actionId), value);
    }

    public ObjectNode get(Elements.Placed placed) {
        ObjectNode value = held.get(new Place(placed.blockId(), placed.actionId()));
        return value != null && Json.text(value, "type").equals(placed.type())
                ? value
                : ElementValues.initial(placed.element(), currentConversation);
    }

    /** As {@code state.values}. After {@code view_closed}, input blocks are left out. */
    public ObjectNode values(List<JsonNode> blocks, boolean withInputs) {
        ObjectNode values = Json.object();
        for (Elements.Placed placed : Elements.interactive(blocks)) {
            if (!Elements.isStateful(placed.element()) || (placed.isInput() && !withInputs)) {
                continue;
            }
            if (!(values.get(placed.blockId()) instanceof ObjectNode)) {
                values.putObject(placed.blockId());
            }
            ((ObjectNode) values.get(placed.blockId()))
                    .set(placed.actionId(), get(placed).deepCopy());
        }
        return values;
    }
}
