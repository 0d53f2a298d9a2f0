// Dictionaries: insertion-ordered hash tables, the way CPython's compact ones are built.
//
// Entries stand in an array in order of insertion; an index table of open addressing finds them. Small dictionaries
// have no index table: a walk over eight entries is faster. Looking a key up may run script code (`__eq__`), which may
// change the dictionary: lookups notice and start again.
#pragma once

#include <cstdint>
#include <vector>

#include "script/objects/str.h"
#include "script/value.h"

namespace loopline::script {

class Dict : public Container {
 public:
  struct Entry {
    Value key;  // unset: deleted
    Value value;
    std::int64_t hash = 0;
  };
  static constexpr std::int32_t kMissing = -1;
  static constexpr std::int32_t kFailed = -2;  // looking up raised

  Dict() noexcept : Container(kind::dict) {}
  ~Dict() override;

  std::size_t size() const noexcept { return m_used; }
  bool empty() const noexcept { return m_used == 0; }
  /// All entries in order, deleted ones (with an unset key) among them.
  const std::vector<Entry>& entries() const noexcept { return m_entries; }
  Entry& entry(std::int32_t index) noexcept { return m_entries[static_cast<std::size_t>(index)]; }
  /// Changes with every insertion and deletion of a key, not when a value is replaced.
  std::uint32_t version() const noexcept { return m_version; }

  // Any key. The hash is the caller's, from Vm::hash.
  std::int32_t find(Vm& vm, const Value& key, std::int64_t hash) const;
  /// False if comparing keys raised.
  bool set(Vm& vm, const Value& key, std::int64_t hash, Value value);

  // Keys that are strings: nothing can fail.
  std::int32_t find(const Str& key) const noexcept;
  const Value* get(const Str& key) const noexcept {
    const std::int32_t index = find(key);
    return index < 0 ? nullptr : &m_entries[static_cast<std::size_t>(index)].value;
  }
  void set(Str& key, Value value);
  bool erase(const Str& key);

  void insert_new(Value key, std::int64_t hash, Value value);
  /// Deletes the entry at an index that find() gave.
  void erase_at(std::int32_t index);
  void clear() noexcept;
  void move_to_end(std::int32_t index, bool last);
  Ref<Dict> copy() const;

  /// The index of the first entry at or after `from` that is not deleted, or kMissing.
  std::int32_t next(std::size_t from) const noexcept;
  std::int32_t last() const noexcept;

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override { clear(); }

 protected:
  explicit Dict(loop::ObjectKind kind) noexcept : Container(kind) {}

 private:
  static constexpr std::size_t kUnindexed = 8;

  void index_entry(std::int32_t entry, std::int64_t hash) noexcept;
  void rebuild(std::size_t capacity);
  void drop_last() noexcept;
  void account() noexcept;

  std::vector<Entry> m_entries;
  std::vector<std::int32_t> m_index;  // empty while there are at most kUnindexed entries; else a power of two, -1 free
  std::size_t m_used = 0;
  std::uint32_t m_version = 0;
  std::size_t m_accounted = 0;
};

inline Dict* as_dict(const Value& value) noexcept { return as_kind<Dict>(value, kind::dict); }

}  // namespace loopline::script
