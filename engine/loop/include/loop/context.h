// Context variables (PEP 567): each task and callback runs in a context of its own, copied where it was made.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "loop/object.h"
#include "loop/value.h"

namespace loopline::loop {

class ContextVar final : public Container {
 public:
  explicit ContextVar(std::string name, Value fallback = {})
      : Container(ObjectKind::context_var), m_name(std::move(name)), m_default(std::move(fallback)) {}
  const std::string& name() const noexcept { return m_name; }
  /// Unset when the variable was made without one.
  const Value& default_value() const noexcept { return m_default; }

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override { m_default.reset(); }

 private:
  std::string m_name;
  Value m_default;
};

/// A mapping from variables to values. Copies share their entries until one of them sets a variable.
class Context final : public Container {
 public:
  Context() : Container(ObjectKind::context) {}

  Ref<Context> copy() const;
  /// Null if the variable was never set here.
  const Value* find(const ContextVar& variable) const noexcept;
  void set(const Ref<ContextVar>& variable, Value value);
  void erase(const ContextVar& variable);

  struct Entry {
    Ref<ContextVar> variable;
    Value value;
  };
  /// In the order in which they were first set.
  const std::vector<Entry>& entries() const noexcept;

  bool entered = false;  ///< Context.run() is inside: entering again is an error

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;

 private:
  class Entries final : public Container {
   public:
    Entries() : Container(ObjectKind::other) {}
    ~Entries() override;
    void visit(Visitor& visitor) const override;
    void drop_references() noexcept override { list.clear(); }
    /// Tells the run's memory of a changed capacity.
    void account() noexcept;
    std::vector<Entry> list;

   private:
    std::size_t m_accounted = 0;  // bytes
  };
  Entries& own_entries();

  Ref<Entries> m_entries;
};

/// A copy of the context, null for none: what a new task or handle keeps. Copying nothing gives nothing.
inline Ref<Context> copy_context(const Ref<Context>& context) { return context ? context->copy() : nullptr; }

}  // namespace loopline::loop
