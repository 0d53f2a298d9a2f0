// What an attribute instruction remembers of the object it met last.
#pragma once

#include "script/code.h"
#include "script/objects/class.h"
#include "script/objects/dict.h"

namespace loopline::script {

/// InlineCache::state of an attribute instruction.
enum AttributeState : std::uint8_t {
  kNothing = 0,
  kInstance = 1,  // the class has no such attribute: look into the instance
  kMethod = 2,    // a function on the class; the instance may shadow it
  kModule = 3,    // an entry of a module's dictionary
};

/// The value at a place of a dictionary if the key there is this very string; else null.
inline const Value* entry_at(const Dict& dict, std::int32_t hint, const Str& name) noexcept {
  const std::vector<Dict::Entry>& entries = dict.entries();
  if (static_cast<std::size_t>(hint) >= entries.size()) return nullptr;
  const Dict::Entry& entry = entries[static_cast<std::size_t>(hint)];
  return entry.key.is_object() && entry.key.as_object() == &name ? &entry.value : nullptr;
}

/// The place of an instance's own attribute where the cache says it is; null if it has to be looked up.
inline const Value* cached_attribute(const Value& object, const InlineCache& cache, std::uint64_t epoch,
                                     const Str& name) noexcept {
  if (!object.is_object(kind::instance) || cache.state != kInstance || cache.epoch != epoch) return nullptr;
  const Instance& instance = *object.as<Instance>();
  const Dict* attributes = instance.attributes();
  if (cache.owner != &instance.cls() || attributes == nullptr) return nullptr;
  return entry_at(*attributes, cache.hint, name);
}

}  // namespace loopline::script
