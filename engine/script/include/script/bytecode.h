// The instructions of the virtual machine: a register machine.
//
// A frame's registers are its local variables (parameters first), the cells of its free variables, then temporaries. An
// instruction is eight bytes: an operation, a small number x, and three operands. Operands are register numbers; where
// the list below says RK, an operand with its top bit set is the index of a constant instead. "imm32" is b and c
// together. Instructions marked + are followed by one of the operation `extra`, which holds the index of an inline
// cache (imm32) and a number in a. Jumps are relative to the instruction after the jump.
//
// A register that holds no value (a variable before its first assignment) is unset; every operation that meets one
// raises UnboundLocalError in its slow path, so that the fast ones need no check.
#pragma once

#include <cstdint>

namespace loopline::script {

// clang-format off
#define LOOPLINE_OPERATIONS(X)                                                                                        \
  X(extra)            /* data of the instruction before */                                                            \
  X(line)             /* imm32: a line begins (only in code compiled for tracing) */                                  \
  X(load_const)       /* a = constants[imm32] */                                                                      \
  X(move)             /* a = b; b must be set */                                                                      \
  X(move_temp)        /* a = b; b is unset afterwards */                                                              \
  X(clear)            /* a is unset */                                                                                \
  X(delete_local)     /* a is unset; it must have been set */                                                         \
  X(load_global)      /* + a = global or builtin named constants[b] */                                                \
  X(store_global)     /* + global constants[b] = a; a is unset afterwards if x */                                     \
  X(delete_global)    /* constants[b] */                                                                              \
  X(load_name)        /* a = local name, global or builtin constants[b] (class bodies) */                             \
  X(store_name)       /* local name constants[b] = a; a is unset afterwards if x */                                   \
  X(delete_name)      /* constants[b] */                                                                              \
  X(load_class_cell)  /* a = local name constants[c], else the cell in b */                                           \
  X(make_cell)        /* a becomes a cell that holds what a held */                                                   \
  X(load_cell)        /* a = contents of the cell in b */                                                             \
  X(store_cell)       /* contents of the cell in a = RK b; b is unset afterwards if x */                              \
  X(delete_cell)      /* contents of the cell in a; they must have been set */                                        \
  X(load_attr)        /* + a = b.constants[c] */                                                                      \
  X(store_attr)       /* + a.constants[c] = RK b */                                                                   \
  X(delete_attr)      /* a.constants[c] */                                                                            \
  X(load_method)      /* + a, a+1 = function and self of b.constants[c], or the attribute and unset */                \
  X(load_index)       /* a = b[RK c] */                                                                               \
  X(store_index)      /* a[RK b] = RK c */                                                                            \
  X(delete_index)     /* del a[RK b] */                                                                               \
  X(make_slice)       /* a = slice(b, b+1, b+2), which are unset afterwards */                                        \
  X(add) X(subtract) X(multiply) X(divide) X(floor_divide) X(modulo) X(power) X(left_shift) X(right_shift)            \
  X(bit_and) X(bit_or) X(bit_xor) X(matrix_multiply) /* a = RK b op RK c; x: in place */                              \
  X(equal) X(not_equal) X(less) X(less_equal) X(greater) X(greater_equal) /* a = RK b op RK c */                      \
  X(is) X(is_not) X(in) X(not_in)                                                                                     \
  X(negative) X(positive) X(invert) X(not_) /* a = op RK b */                                                         \
  X(jump)             /* imm32 */                                                                                     \
  X(jump_back)        /* imm32 (negative); counts against the budget */                                               \
  X(jump_if_true)     /* a, imm32; a is unset afterwards if x */                                                      \
  X(jump_if_false)    /* a, imm32; a is unset afterwards if x */                                                      \
  X(jump_if_none)     /* a, imm32 */                                                                                  \
  X(jump_if_not_none) /* a, imm32 */                                                                                  \
  X(jump_unless_equal) X(jump_unless_not_equal) X(jump_unless_less) X(jump_unless_less_equal)                         \
  X(jump_unless_greater) X(jump_unless_greater_equal) /* RK a op RK b, signed 16-bit offset c */                      \
  X(call)             /* + c = call a with b arguments from a+1; x: method form, self (may be unset) in a+1, arguments from a+2 */ \
  X(call_keywords)    /* + c = the same; the last arguments have the names in constants[extra.a] */                   \
  X(call_spread)      /* + c = the same with one tuple of arguments, and a dict (may be unset) behind it */        \
  X(return_)          /* RK a */                                                                                      \
  X(get_iter)         /* a = iter(b); b is unset afterwards if x */                                                   \
  X(for_iter)         /* + a = next of the iterator b, or jump by extra.imm32 and unset b */                          \
  X(unpack)           /* a… = the c values of RK b */                                                                 \
  X(unpack_starred)   /* a… = values of b: c before, x after, a list between */                                       \
  X(build_tuple) X(build_list) X(build_set) /* a = of c values from b, which are unset afterwards */                  \
  X(build_dict)       /* a = of c pairs from b, which are unset afterwards */                                         \
  X(build_string)     /* a = join of c strings from b, which are unset afterwards */                                  \
  X(list_append) X(set_add) /* to a: RK b */                                                                          \
  X(list_extend) X(set_update) X(dict_update) /* a with b; b is unset afterwards */                                   \
  X(dict_set)         /* a[RK b] = RK c (displays and comprehensions) */                                              \
  X(dict_merge)       /* keywords: a with the mapping b, no name twice; function for messages in c */                 \
  X(list_to_tuple)    /* a = tuple(list b); b is unset afterwards */                                                  \
  X(format_value)     /* a = format(RK b, RK c); x: 0, 's', 'r', 'a' conversion; c of 0xffff: none */                 \
  X(make_function)    /* a = function of constants[b]; defaults c, keyword defaults c+1, closure c+2, annotations c+3 */\
  X(build_class)      /* a = class: body function b, name b+1, bases tuple b+2, keywords dict b+3 or unset */         \
  X(raise_unbound)    /* NameError for the free variable constants[b] */                                            \
  X(raise)            /* a (unset: re-raise what is being handled), from b if x */                                    \
  X(reraise)          /* the exception in a, unchanged */                                                             \
  X(enter_handler)    /* a holds the exception; a+1 = what was being handled before */                                \
  X(leave_handler)    /* what a+1 says is being handled again; both are unset */                                      \
  X(match_exception)  /* a = whether the exception b matches RK c */                                                  \
  X(match_group)      /* except*: a, a+1 = matching and remaining part of the exception b for the types c */          \
  X(raise_group)      /* except*: raise what is left: list of raised a, remaining b, original c; or nothing */        \
  X(load_enter)       /* a, a+1 = __enter__ of b (x: __aenter__), b+1… : a+2, a+3 = __exit__ and self */              \
  X(with_exit)        /* b = call of a (__exit__, self a+1) with the exception c; x: await follows */                 \
  X(yield_)           /* a = sent value after yielding RK b */                                                        \
  X(async_yield)      /* the same in an asynchronous generator */                                                     \
  X(await)            /* a = await b; b is unset afterwards. x: 1 awaits __aenter__, 2 __aexit__, 3 __anext__ */      \
  X(yield_from)       /* a = yield from b; b is unset afterwards */                                                   \
  X(get_aiter)        /* a = b.__aiter__() */                                                                         \
  X(get_anext)        /* a = b.__anext__() */                                                                         \
  X(end_async_for)    /* a holds an exception: StopAsyncIteration goes on, others are raised again */                 \
  X(import_name)      /* a = module constants[b], from list constants[c], level x */                                  \
  X(import_from)      /* a = constants[c] of the module b */                                                          \
  X(import_star)      /* all public names of the module a into the namespace */                                       \
  X(load_assertion_error) /* a */                                                                                     \
  X(match_sequence) X(match_mapping) /* a = whether b is one */                                                       \
  X(match_length)     /* a = len(b) compared with c: x 0 equal, 1 at least */                                         \
  X(match_keys)       /* a = tuple of the values of b for the keys in tuple c, or None */                             \
  X(match_class)      /* + a = tuple of attributes of b as class c, or None; extra.a names constant, imm32 positional */ \
  X(match_rest)       /* a = dict of b without the keys in tuple c */                                                 \
  X(annotate)         /* __annotations__[constants[b]] = RK a */                                                      \
  X(check_string)     /* for debugging: never emitted */
// clang-format on

enum class Op : std::uint8_t {
#define LOOPLINE_OPERATION_NAME(name) name,
  LOOPLINE_OPERATIONS(LOOPLINE_OPERATION_NAME)
#undef LOOPLINE_OPERATION_NAME
};

/// Operand bit: the index of a constant, not of a register.
inline constexpr std::uint16_t kConstantOperand = 0x8000;
inline constexpr std::uint16_t kNoOperand = 0xffff;

struct Instruction {
  Op op;
  std::uint8_t x = 0;
  std::uint16_t a = 0;
  std::uint16_t b = 0;
  std::uint16_t c = 0;

  std::int32_t imm32() const noexcept {
    return static_cast<std::int32_t>(static_cast<std::uint32_t>(b) | static_cast<std::uint32_t>(c) << 16U);
  }
  void set_imm32(std::int32_t value) noexcept {
    b = static_cast<std::uint16_t>(static_cast<std::uint32_t>(value) & 0xffffU);
    c = static_cast<std::uint16_t>(static_cast<std::uint32_t>(value) >> 16U);
  }
};
static_assert(sizeof(Instruction) == 8);

}  // namespace loopline::script
