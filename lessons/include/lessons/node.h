// A small typed tree: what YAML front matter says, with the place of every value. Later layers read the `world:` and
// `limits:` parts from it and can point at the line that they do not understand.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lessons/diagnostic.h"

namespace loopline::lessons {

/// Scalars are typed by YAML 1.2's core schema; quoted ones are always text. Trees are at most 64 levels deep.
struct Node {
  enum class Kind { null, boolean, integer, real, text, sequence, mapping };
  struct Entry;

  Kind kind = Kind::null;
  Position at;                 ///< where the value begins; of an absent value: its key
  std::string text;            ///< of every scalar: as written, without quotes
  bool boolean = false;        ///< of a boolean
  std::int64_t integer = 0;    ///< of an integer
  double real = 0;             ///< of a real, and of an integer too
  std::vector<Node> items;     ///< of a sequence
  std::vector<Entry> entries;  ///< of a mapping, in the author's order; keys are unique

  bool is_scalar() const { return kind != Kind::sequence && kind != Kind::mapping && kind != Kind::null; }
  /// The entry's value, or null: no such key, or no mapping.
  const Node* find(std::string_view key) const;
};

struct Node::Entry {
  Located key;
  Node value;
};

/// "a list", "a number" …, for messages.
std::string_view describe(Node::Kind kind);

}  // namespace loopline::lessons
