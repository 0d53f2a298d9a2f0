#include "lessons/node.h"

namespace loopline::lessons {

const Node* Node::find(std::string_view key) const {
  for (const Entry& entry : entries) {
    if (entry.key.text == key) return &entry.value;
  }
  return nullptr;
}

std::string_view describe(Node::Kind kind) {
  switch (kind) {
    case Node::Kind::null: return "nothing";
    case Node::Kind::boolean: return "true or false";
    case Node::Kind::integer: return "a whole number";
    case Node::Kind::real: return "a number";
    case Node::Kind::text: return "text";
    case Node::Kind::sequence: return "a list";
    case Node::Kind::mapping: return "a table of keys";
  }
  return {};
}

}  // namespace loopline::lessons
