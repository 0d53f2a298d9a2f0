// Classes and their instances.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "script/objects/dict.h"
#include "script/value.h"

namespace loopline::script {

/// Methods that the machine looks up on classes by itself, with a place in each class's cache.
enum class Special : std::uint8_t {
  new_,
  init,
  del,
  repr,
  str,
  bytes,
  format,
  hash,
  bool_,
  len,
  call,
  getattr,
  getattribute,
  setattr,
  delattr,
  get,
  set,
  delete_,
  iter,
  next,
  contains,
  getitem,
  setitem,
  delitem,
  missing,
  reversed,
  enter,
  exit,
  aenter,
  aexit,
  await,
  aiter,
  anext,
  eq,
  ne,
  lt,
  le,
  gt,
  ge,
  neg,
  pos,
  invert,
  abs,
  index,
  int_,
  float_,
  round,
  dir,
  instancecheck,
  subclasscheck,
  class_getitem,
  init_subclass,
  set_name,
  length_hint,
  count,
};
inline constexpr std::size_t kSpecialCount = static_cast<std::size_t>(Special::count);

/// How instances of a class are made and laid out.
enum class Layout : std::uint8_t {
  instance,   ///< Instance with attributes
  exception,  ///< ExceptionObject
  wrapped,    ///< a class of a script that derives from a built-in one: Instance around a value of that one
  native,     ///< a built-in class; its __new__ makes what it makes
};

/// What a match statement takes instances of a class for: collections.abc says so of classes that derive from Sequence
/// or Mapping or are registered as such.
enum class PatternKind : std::uint8_t { none, sequence, mapping };

class Class final : public Container {
 public:
  Class(Ref<Str> name, Ref<Class> meta);

  const Ref<Str>& name() const noexcept { return m_name; }
  void set_name(Ref<Str> name) { m_name = std::move(name); }
  Ref<Str> qualname;
  /// Null for built-in classes until one is derived that has another.
  const Ref<Class>& meta() const noexcept { return m_meta; }
  void set_meta(Ref<Class> meta) { m_meta = std::move(meta); }

  std::vector<Ref<Class>> bases;
  /// This class first; in C3 order.
  std::vector<Class*> mro;
  Ref<Dict> attributes;
  Layout layout = Layout::instance;
  /// The class that makes and understands the wrapped value; null but for Layout::wrapped.
  Class* core = nullptr;
  /// For exception classes: the loop's kind of the nearest built-in ancestor.
  loop::ExceptionKind exception_kind = loop::ExceptionKind::exception;
  bool is_builtin = true;
  Vm* machine = nullptr;      ///< of a class that a script made: for its instances' __del__
  bool is_abstract = false;   ///< has abstract methods that nobody has overridden
  bool has_dict = true;       ///< instances may have any attribute
  bool is_extension = false;  ///< CPython writes it in C, outside builtins: messages name its module too
  /// Of a built-in class: its __init__ fills what __new__ made without arguments, so that an instance of a derived
  /// class may take other arguments than its core does.
  bool filled_by_init = false;
  /// Its objects are the loop's. So are those of derived classes: the same objects, with a class of their own
  /// (ObjectTable::class_of), as the loop hands them back to scripts.
  bool is_of_loop = false;
  PatternKind pattern = PatternKind::none;
  std::vector<Class*> subclasses;  ///< direct ones that live, in the order of their creation
  bool is_final = false;           ///< may not be derived from ("type 'bool' is not an acceptable base type")

  bool derives_from(const Class& ancestor) const noexcept {
    for (const Class* each : mro) {
      if (each == &ancestor) return true;
    }
    return false;
  }
  /// The attribute found along the mro, or null. Valid until any class changes.
  const Value* lookup(const Str& name) const noexcept;
  /// The same with the class that has it.
  const Value* lookup(const Str& name, const Class*& owner) const noexcept;

  struct SpecialCache {
    std::uint64_t epoch = 0;
    Value method;
  };
  std::array<SpecialCache, kSpecialCount>* special_cache = nullptr;  // made when first needed
  ~Class() override;

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;

 private:
  Ref<Str> m_name;
  Ref<Class> m_meta;
};

/// An object of a class that a script wrote.
class Instance final : public Container {
 public:
  explicit Instance(Ref<Class> cls) noexcept : Container(kind::instance), m_class(std::move(cls)) {}

  Class& cls() const noexcept { return *m_class; }
  void set_class(Ref<Class> cls) noexcept { m_class = std::move(cls); }
  /// Null until the first attribute is set.
  Dict* attributes() const noexcept { return m_attributes.get(); }
  Dict& own_attributes() {
    if (!m_attributes) m_attributes = make<Dict>();
    return *m_attributes;
  }
  void set_attributes(Ref<Dict> attributes) noexcept { m_attributes = std::move(attributes); }
  /// The built-in value it wraps if its class derives from a built-in one (Layout::wrapped); else unset.
  Value wrapped;

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;
  void finalize() noexcept override;

 protected:
  void dispose() noexcept override;

 private:
  Ref<Class> m_class;
  Ref<Dict> m_attributes;
};

inline Class* as_class(const Value& value) noexcept { return as_kind<Class>(value, kind::class_); }
inline Instance* as_instance(const Value& value) noexcept { return as_kind<Instance>(value, kind::instance); }

/// A native object of a module: a class of its own, attributes if it wants them. Modules derive from it.
class NativeObject : public Container {
 public:
  explicit NativeObject(Ref<Class> cls) noexcept : Container(kind::native_object), m_class(std::move(cls)) {}
  Class& cls() const noexcept { return *m_class; }
  Ref<Dict> attributes;
  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override { attributes = nullptr; }

 private:
  Ref<Class> m_class;
};

}  // namespace loopline::script
