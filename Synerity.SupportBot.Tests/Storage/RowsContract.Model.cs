using CsCheck;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Tests.Storage;

public abstract partial class RowsContract
{
    /// <summary>Whatever is done in whatever order, the store is a dictionary with tags.</summary>
    [Fact]
    public async Task Any_sequence_of_batches_does_what_a_dictionary_would()
    {
        var sample = 0;

        await Steps.Array[1, 12].SampleAsync(
            async batches =>
            {
                var model = new Model(Rows, $"model|{Interlocked.Increment(ref sample)}");
                foreach (var batch in batches)
                {
                    await model.DoAsync(batch);
                }
            },
            iter: 60,
            threads: 1);
    }

    private enum Verb
    {
        Insert,
        Replace,
        Upsert,
        DeleteTagged,
        Delete,
    }

    private static readonly Gen<Step[]> Steps = Gen.Select(
        Gen.Enum<Verb>(),
        Gen.OneOf("a", "a|b", "a.b", "b", "b-"),
        Gen.String[Gen.Char.AlphaNumeric, 0, 20],
        Gen.Frequency((4, true), (1, false)),
        (verb, key, data, current) => new Step(verb, key, data, current)).Array[1, 4];

    /// <param name="Current">With the tag that the row has now, else with the one that any row had before.</param>
    private sealed record Step(Verb Verb, string Key, string Data, bool Current);

    private sealed class Model(IRows rows, string partition)
    {
        private readonly SortedDictionary<string, Row> _rows = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> _former = [];

        public async Task DoAsync(Step[] steps)
        {
            var batch = steps.DistinctBy(step => step.Key).Select(WriteOf).ToList();
            var expected = batch.All(Fits);

            Assert.Equal(expected, await CommittedAsync(batch));

            var changed = expected ? batch.Select(write => write.Key).ToHashSet() : [];
            var found = await rows.RangeAsync(partition, "", RowKey.EndOf(""), 1000, CancellationToken.None);
            Assert.All(found, row => Assert.Equal(!changed.Contains(row.Key), _rows.TryGetValue(row.Key, out var before) && before.Tag == row.Tag));
            if (expected)
            {
                batch.ForEach(Apply);
            }

            Assert.Equal(_rows.Values.Select(row => (row.Key, row.Data)), found.Select(row => (row.Key, row.Data)));
            foreach (var row in found)
            {
                _rows[row.Key] = row;
            }
        }

        private RowWrite WriteOf(Step step)
        {
            var tag = step.Current && _rows.TryGetValue(step.Key, out var row) ? row.Tag : _former.GetValueOrDefault(step.Key, "1");
            return step.Verb switch
            {
                Verb.Insert => new RowWrite.Insert(step.Key, step.Data),
                Verb.Replace => new RowWrite.Replace(step.Key, step.Data, tag),
                Verb.Upsert => new RowWrite.Upsert(step.Key, step.Data),
                Verb.DeleteTagged => new RowWrite.Delete(step.Key, tag),
                _ => new RowWrite.Delete(step.Key),
            };
        }

        private bool Fits(RowWrite write) => write switch
        {
            RowWrite.Insert => !_rows.ContainsKey(write.Key),
            RowWrite.Replace replace => _rows.TryGetValue(write.Key, out var row) && row.Tag == replace.Tag,
            RowWrite.Delete { Tag: { } tag } => _rows.TryGetValue(write.Key, out var row) && row.Tag == tag,
            _ => true,
        };

        private void Apply(RowWrite write)
        {
            if (_rows.Remove(write.Key, out var before))
            {
                _former[write.Key] = before.Tag;
            }

            if (write is not RowWrite.Delete)
            {
                var data = (write as RowWrite.Insert)?.Data ?? (write as RowWrite.Replace)?.Data ?? ((RowWrite.Upsert)write).Data;
                _rows[write.Key] = new Row(write.Key, data, "");
            }
        }

        private async Task<bool> CommittedAsync(List<RowWrite> batch)
        {
            try
            {
                await rows.CommitAsync(partition, batch, CancellationToken.None);
                return true;
            }
            catch (ConflictException)
            {
                return false;
            }
        }
    }
}
