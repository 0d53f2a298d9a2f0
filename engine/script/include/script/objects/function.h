// Functions, methods, cells, code objects' users, and the descriptors that classes hold.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "script/code.h"
#include "script/objects/class.h"
#include "script/objects/dict.h"
#include "script/objects/sequences.h"
#include "script/value.h"

namespace loopline::script {

/// A variable that functions share.
class Cell final : public Container {
 public:
  explicit Cell(Value initial = {}) noexcept : Container(kind::cell), value(std::move(initial)) {}
  Value value;
  void visit(Visitor& visitor) const override { visit_value(visitor, value); }
  void drop_references() noexcept override { value.reset(); }
};

class Function final : public Container {
 public:
  Function(Ref<Code> code, Ref<Dict> globals)
      : Container(kind::function), code(std::move(code)), globals(std::move(globals)) {}

  Ref<Code> code;
  Ref<Dict> globals;
  Ref<Str> name;
  Ref<Str> qualname;
  Ref<Tuple> defaults;    // of the last positional parameters, or null
  Ref<Dict> kw_defaults;  // or null
  Ref<Tuple> closure;     // of Cells, or null
  Value annotations;      // a Dict, a Function that makes one, or unset
  Value doc;
  Value module_name;
  Ref<Dict> attributes;              // or null
  bool is_coroutine_marked = false;  // types.coroutine / asyncio.coroutine

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;
};

// ---- native functions -----------------------------------------------------------------------------------------------

/// What a native function is given: its parameters in order, as its signature binds them. Optional parameters that were
/// not given are unset unless the signature has a default for them; `*args` is a Tuple, `**kwargs` a Dict.
using Arguments = std::span<Value>;
/// Returns the result, or an unset value after raising (Vm::raise and its relatives).
using NativeCode = Value (*)(Vm& vm, Arguments arguments);

/// One native function: its name, its signature as Python writes it ("self, key, /, default=None, *, flag=False",
/// defaults None, True, False, an integer, a float or a 'text'; `name?` marks an optional one without a default), its
/// code.
struct NativeDefinition {
  std::string_view name;
  std::string_view signature;
  NativeCode code;
};

struct NativeParameter {
  Ref<Str> name;
  enum class Mode : std::uint8_t { positional_only, positional, keyword_only, var_positional, var_keyword } mode;
  bool required = true;
  Value default_value;
};

struct NativeSignature {
  std::vector<NativeParameter> parameters;
  std::size_t positional = 0;  // how many can be given by position
  std::size_t required_positional = 0;
  bool has_var_positional = false;
  bool has_var_keyword = false;
  bool takes_keywords = false;  // any parameter can be given by name
  bool is_plain = false;        // positional only, all required: no binding needed
  bool binds_in_place = false;  // few parameters, no *args or **kwargs, nothing required by name only
};

class NativeFunction final : public Container {
 public:
  NativeFunction(Ref<Str> name, Ref<Str> qualname, NativeSignature signature, NativeCode code)
      : Container(kind::native_function),
        name(std::move(name)),
        qualname(std::move(qualname)),
        signature(std::move(signature)),
        code(code) {}

  Ref<Str> name;
  Ref<Str> qualname;
  NativeSignature signature;
  NativeCode code;
  Value module_name;
  Value receiver;          // the module or object it is bound to from the start; given as the first argument if set
  bool is_method = false;  // found on a class, it binds to the instance
  Class* owner = nullptr;  // of a method: the class that defines it

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;
};

class BoundMethod final : public Container {
 public:
  BoundMethod(Value function, Value self)
      : Container(kind::bound_method), function(std::move(function)), self(std::move(self)) {}
  Value function;
  Value self;
  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;
};

// ---- descriptors ----------------------------------------------------------------------------------------------------

class Property final : public Container {
 public:
  Property(Value get, Value set, Value del, Value doc)
      : Container(kind::property), get(std::move(get)), set(std::move(set)), del(std::move(del)), doc(std::move(doc)) {}
  Value get;
  Value set;
  Value del;
  Value doc;
  Ref<Str> name;
  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;
};

/// classmethod and staticmethod: one value, told apart by kind.
class MethodWrapper final : public Container {
 public:
  MethodWrapper(loop::ObjectKind kind, Value function) : Container(kind), function(std::move(function)) {}
  Value function;
  Ref<Dict> attributes;
  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;
};

/// super(): the class after which the search begins, and the object.
class Super final : public Container {
 public:
  Super(Ref<Class> start, Value self, Ref<Class> self_class)
      : Container(kind::super), start(std::move(start)), self(std::move(self)), self_class(std::move(self_class)) {}
  Ref<Class> start;
  Value self;
  Ref<Class> self_class;
  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;
};

class Module final : public Container {
 public:
  explicit Module(Ref<Str> name);
  Ref<Str> name;
  Ref<Dict> attributes;
  bool is_library = true;
  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;
};

inline Function* as_function(const Value& value) noexcept { return as_kind<Function>(value, kind::function); }
inline Module* as_module(const Value& value) noexcept { return as_kind<Module>(value, kind::module); }

}  // namespace loopline::script
